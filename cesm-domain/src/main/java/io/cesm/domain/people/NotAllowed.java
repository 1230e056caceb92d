package io.cesm.domain.people;

/** Somebody lacks the right for what they asked. */
public class NotAllowed extends RuntimeException {

    private final Right missing;

    public NotAllowed(Right missing) {
        super("missing right " + missing);
        this.missing = missing;
    }

    public Right missing() {
        return missing;
    }

}
