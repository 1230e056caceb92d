package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

/**
 * The net promoter score: promoters 9–10, passives 7–8, detractors 0–6 of those who
 * answered. With weights the three numbers are the weighted shares times the effective n.
 *
 * @param n how many answered
 */
public record Nps(long n, double promoters, double passives, double detractors) {

    public Nps {
        if (n < 0 || !(promoters >= 0) || !(passives >= 0) || !(detractors >= 0)) {
            throw new IllegalArgumentException("No group of answers has fewer than 0 members");
        }
    }

    public static Nps of(long promoters, long passives, long detractors) {
        return new Nps(promoters + passives + detractors, promoters, passives, detractors);
    }

    /**
     * @throws IllegalArgumentException if the answers are not on the scale 0–10
     */
    public static Nps of(Histogram answers) {
        if (!answers.spans(0, 10)) {
            throw new IllegalArgumentException(
                    "The recommend score is asked on 0–10, not " + answers.lowest() + "–" + answers.highest());
        }
        double n = answers.effective();
        return (n == 0) ? of(0, 0, 0)
                : new Nps(answers.n(), n * answers.share(9, 10), n * answers.share(7, 8), n * answers.share(0, 6));
    }

    /** The effective number of answers. */
    public double effective() {
        return promoters + passives + detractors;
    }

    /** {@code 100·(p − d)}, −100 … 100; null if nobody answered. */
    public @Nullable Double value() {
        return (n == 0) ? null : score();
    }

    /** {@code p + d − (p − d)²} of one answer, on shares: 0 … 1. */
    public double variance() {
        double p = promoters / effective();
        double d = detractors / effective();
        return p + d - (p - d) * (p - d);
    }

    /** In points of the score: {@code 100·√(variance/n)}. */
    public double standardError() {
        return 100 * Math.sqrt(variance() / effective());
    }

    /**
     * Three answers more, of which three quarters are promoters and three quarters
     * detractors: the centre of the adjusted Wald interval (Rocks 2016, MeasuringU).
     */
    public Nps adjusted() {
        return new Nps(n, promoters + 0.75, passives + 1.5, detractors + 0.75);
    }

    public Figure figure() {
        return figure(Confidence.NINETY_FIVE);
    }

    /**
     * The score with the adjusted Wald interval, cut at −100 and 100.
     */
    public Figure figure(Confidence confidence) {
        if (n == 0) {
            return Figure.none(FigureMethod.NPS_ADJUSTED_WALD);
        }
        return new Figure(FigureMethod.NPS_ADJUSTED_WALD, n, effective(), score(),
                adjusted().wald(confidence).within(-100, 100));
    }

    /**
     * This score less another one of other people, both adjusted, by a two-sided z test.
     * @return difference and interval in points; not testable if one of them has no
     * answers
     */
    public Comparison minus(Nps other, Confidence confidence) {
        if (n == 0 || other.n == 0) {
            return Comparison.impossible(FigureMethod.NPS_DIFFERENCE_Z, n, other.n);
        }
        var ours = adjusted();
        var theirs = other.adjusted();
        double difference = ours.score() - theirs.score();
        double error = Math.hypot(ours.standardError(), theirs.standardError());
        return Comparison.ofZ(FigureMethod.NPS_DIFFERENCE_Z, n, other.n, difference, difference / error,
                Interval.around(difference, confidence.z() * error, confidence).within(-200, 200));
    }

    private double score() {
        return 100 * (promoters - detractors) / effective();
    }

    private Interval wald(Confidence confidence) {
        return Interval.around(score(), confidence.z() * standardError(), confidence);
    }

}
