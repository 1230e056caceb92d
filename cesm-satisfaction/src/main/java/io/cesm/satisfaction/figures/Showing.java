package io.cesm.satisfaction.figures;

/** How much of a figure may be shown, by the number of answers behind it. */
public enum Showing {

    /** Nobody answered: there is nothing to show. */
    EMPTY,

    /** So few that one could tell who said it: neither figure nor count. */
    HIDDEN,

    /**
     * The figure, grey and with its interval, called "directional"; no rank and no arrow.
     */
    DIRECTIONAL,

    /** The figure, grey and with its interval; no rank and no arrow. */
    GREY,

    /** Everything. */
    FULL;

    /** Whether a value may be seen at all. */
    public boolean visible() {
        return this == DIRECTIONAL || this == GREY || this == FULL;
    }

    /** Whether it may take part in a ranking or carry an arrow. */
    public boolean comparable() {
        return this == FULL;
    }

}
