package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.List;

import io.cesm.satisfaction.figures.Ces;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Csat;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.figures.Nps;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/** Which figures an item has, the first being the one it is known by. */
final class Scoring {

    private static final Confidence SURE = Confidence.NINETY_FIVE;

    private Scoring() {
    }

    static List<Figure> figures(Measure measure, Histogram answers) {
        var figures = new ArrayList<Figure>();
        figures.add(main(measure, answers));
        if (isNps(measure) || measure.type() == QuestionType.NUMBER) {
            return figures;
        }
        if (isCes(measure)) {
            figures.add(Ces.EASY.of(answers, SURE));
            figures.add(Ces.NET.of(answers, SURE));
        }
        else if (isCsat(measure)) {
            figures.add(Mean.of(answers, SURE));
        }
        if (answers.highest() > answers.lowest()) {
            figures.add(Mean.index(answers, SURE));
        }
        return figures;
    }

    /** The figure an item is known by. */
    static Figure main(Measure measure, Histogram answers) {
        if (isNps(measure)) {
            return Nps.of(answers).figure(SURE);
        }
        if (isCes(measure)) {
            return Ces.MEAN.of(answers, SURE);
        }
        return isCsat(measure) ? Csat.topBox(answers, SURE) : Mean.of(answers, SURE);
    }

    /** The test that belongs to the figure an item is known by. */
    static Comparison compare(Measure measure, Histogram now, Histogram other) {
        if (isNps(measure)) {
            return Nps.of(now).minus(Nps.of(other), SURE);
        }
        if (isCsat(measure)) {
            int boxes = Csat.topBoxes(now.highest());
            return Comparing.shares(now, other, now.highest() - boxes + 1, now.highest(), SURE);
        }
        return Comparing.welch(now, other, SURE);
    }

    static FigureMethod method(Measure measure) {
        return isNps(measure) ? FigureMethod.NPS_ADJUSTED_WALD : isCes(measure) ? FigureMethod.CES_MEAN
                : isCsat(measure) ? FigureMethod.TOP_BOX_WILSON : FigureMethod.MEAN_T;
    }

    /** How far the figure can go: from and to. */
    static double[] range(Measure measure) {
        var scale = measure.requireScale();
        return isNps(measure) ? new double[] { -100, 100 }
                : isCsat(measure) ? new double[] { 0, 100 } : new double[] { scale.min(), scale.max() };
    }

    /** From and to which mark an answer is a bad one, for control charts. */
    static int badUpTo(Measure measure) {
        var scale = measure.requireScale();
        if (isNps(measure)) {
            return 6;
        }
        return isCsat(measure) ? scale.max() - Csat.topBoxes(scale.max())
                : scale.min() + (scale.points() - 1) / 2 - 1 + ((scale.points() % 2 == 0) ? 1 : 0);
    }

    static boolean isNps(Measure measure) {
        var scale = measure.scale();
        return measure.type() == QuestionType.NPS && scale != null && scale.min() == 0 && scale.max() == 10;
    }

    private static boolean isCes(Measure measure) {
        var scale = measure.scale();
        return measure.type() == QuestionType.CES && scale != null && scale.min() == 1 && scale.max() == 7;
    }

    private static boolean isCsat(Measure measure) {
        var scale = measure.scale();
        return measure.type() == QuestionType.CSAT && scale != null && scale.min() == 1
                && (scale.max() == 10 || (scale.max() >= 3 && scale.max() <= 7));
    }

    static @Nullable Comparison unlessHidden(Told first, Told second, Comparison comparison) {
        return first.compared(second, comparison);
    }

}
