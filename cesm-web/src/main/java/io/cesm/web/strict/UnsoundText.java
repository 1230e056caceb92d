package io.cesm.web.strict;

/** A parameter carries a NUL or half a character: nothing that a person types. */
public class UnsoundText extends RuntimeException {

    private final String name;

    UnsoundText(String name) {
        super("unsound text", null, false, false);
        this.name = name;
    }

    public String name() {
        return name;
    }

}
