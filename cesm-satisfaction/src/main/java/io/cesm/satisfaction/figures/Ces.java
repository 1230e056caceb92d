package io.cesm.satisfaction.figures;

/**
 * Customer effort, "they made it easy" on 1–7. Which of the three methods a survey uses
 * is kept with the survey; their figures cannot be compared with one another.
 */
public enum Ces {

    /** The mean, 1 … 7. */
    MEAN,

    /** The share of 5–7 in percent. */
    EASY,

    /** The share of 6–7 less the share of 1–3, −100 … 100. */
    NET;

    /**
     * @throws IllegalArgumentException if the answers are not on the scale 1–7
     */
    public Figure of(Histogram answers, Confidence confidence) {
        if (!answers.spans(1, 7)) {
            throw new IllegalArgumentException(
                    "Effort is asked on 1–7, not " + answers.lowest() + "–" + answers.highest());
        }
        return switch (this) {
            case MEAN -> Mean.of(answers, confidence).as(FigureMethod.CES_MEAN);
            case EASY -> Share.of(answers, 5, 7, confidence).as(FigureMethod.CES_EASY);
            case NET -> net(answers, confidence);
        };
    }

    /** Two shares of the same answers less one another, as in the net promoter score. */
    private static Figure net(Histogram answers, Confidence confidence) {
        double n = answers.effective();
        return (n == 0) ? Figure.none(FigureMethod.CES_NET)
                : new Nps(answers.n(), n * answers.share(6, 7), n * answers.share(4, 5), n * answers.share(1, 3))
                    .figure(confidence)
                    .as(FigureMethod.CES_NET);
    }

}
