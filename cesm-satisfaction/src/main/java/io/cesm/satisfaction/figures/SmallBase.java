package io.cesm.satisfaction.figures;

/**
 * What few answers may say: below {@code hiddenBelow} somebody could be recognised, below
 * {@code greyBelow} chance speaks louder than the customers. All bounds are numbers of
 * answers, and the bound itself may already be shown.
 */
public record SmallBase(int hiddenBelow, int commentsHiddenBelow, int directionalBelow, int greyBelow) {

    /** Figures from 5 answers, comments from 8, "directional" below 10, grey below 30. */
    public static final SmallBase STANDARD = new SmallBase(5, 8, 10, 30);

    public SmallBase {
        if (hiddenBelow < 1 || commentsHiddenBelow < hiddenBelow || directionalBelow < hiddenBelow
                || greyBelow < directionalBelow) {
            throw new IllegalArgumentException("The bounds of a small base rise from at least 1");
        }
    }

    public Showing showing(long n) {
        if (n <= 0) {
            return Showing.EMPTY;
        }
        if (n < hiddenBelow) {
            return Showing.HIDDEN;
        }
        if (n < directionalBelow) {
            return Showing.DIRECTIONAL;
        }
        return (n < greyBelow) ? Showing.GREY : Showing.FULL;
    }

    /** Whether the words of n people may be read. */
    public boolean showsComments(long n) {
        return n >= commentsHiddenBelow;
    }

}
