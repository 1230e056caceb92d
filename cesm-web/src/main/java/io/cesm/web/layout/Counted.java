package io.cesm.web.layout;

/**
 * How many a list holds, counted no further than need be: {@code 27}, {@code 1000+}.
 *
 * @param upTo where the counting stopped
 */
public record Counted(int found, int upTo) {

    @Override
    public String toString() {
        return (found >= upTo) ? upTo + "+" : String.valueOf(found);
    }

}
