package io.cesm.satisfaction.figures;

/** What a feature is to a customer, in the order in which ties are decided. */
public enum KanoCategory {

    /** Taken for granted: its absence annoys. */
    MUST_BE,

    /** The more the better. */
    ONE_DIMENSIONAL,

    /** A delight nobody misses. */
    ATTRACTIVE,

    /** Nobody minds. */
    INDIFFERENT,

    /** Unwanted. */
    REVERSE,

    /** The two answers contradict one another. */
    QUESTIONABLE;

    /**
     * The evaluation table: rows with the feature, columns without it.
     */
    public static KanoCategory of(KanoAnswer with, KanoAnswer without) {
        if (with == without && (with == KanoAnswer.LIKE || with == KanoAnswer.DISLIKE)) {
            return QUESTIONABLE;
        }
        if (with == KanoAnswer.LIKE) {
            return (without == KanoAnswer.DISLIKE) ? ONE_DIMENSIONAL : ATTRACTIVE;
        }
        if (with == KanoAnswer.DISLIKE || without == KanoAnswer.LIKE) {
            return REVERSE;
        }
        return (without == KanoAnswer.DISLIKE) ? MUST_BE : INDIFFERENT;
    }

}
