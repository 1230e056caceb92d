package io.cesm.web.strict;

/** A request carries a parameter nobody asked for, or one value too many. */
public class UnexpectedParameter extends RuntimeException {

    private final String name;

    UnexpectedParameter(String name) {
        super("unexpected parameter", null, false, false);
        this.name = name;
    }

    /** For forms whose fields only the handler knows. */
    public static UnexpectedParameter named(String name) {
        return new UnexpectedParameter(name);
    }

    public String name() {
        return name;
    }

}
