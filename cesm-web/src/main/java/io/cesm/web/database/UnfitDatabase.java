package io.cesm.web.database;

/**
 * The database cannot serve CESM. Says why and what to do, and is shown without a stack
 * trace.
 */
final class UnfitDatabase extends RuntimeException {

    private final String remedy;

    UnfitDatabase(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }

}
