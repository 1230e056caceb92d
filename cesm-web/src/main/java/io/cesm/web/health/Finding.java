package io.cesm.web.health;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found about one part of the installation. Its name is the message
 * {@code health.<part>}, its sentence {@code health.<part>.<what>}, and unless it is fine
 * the next step is {@code health.<part>.<what>.do}.
 *
 * @param args what the sentence names
 * @param href the page that shows more, null if there is none
 */
record Finding(String part, Level level, String what, List<Object> args, @Nullable String href) {

    /** How bad it is, the worst last. */
    enum Level {

        FINE, LOOK, BAD

    }

    static Finding fine(String part, Object... args) {
        return new Finding(part, Level.FINE, "fine", List.of(args), null);
    }

    static Finding look(String part, String what, Object... args) {
        return new Finding(part, Level.LOOK, what, List.of(args), null);
    }

    static Finding bad(String part, String what, Object... args) {
        return new Finding(part, Level.BAD, what, List.of(args), null);
    }

    /** The same, with the page that shows more. */
    Finding at(String page) {
        return new Finding(this.part, this.level, this.what, this.args, page);
    }

    public boolean isFine() {
        return this.level == Level.FINE;
    }

    /** The kind of chip that shows it. */
    public String chip() {
        return switch (this.level) {
            case FINE -> "ok";
            case LOOK -> "warn";
            case BAD -> "bad";
        };
    }

}
