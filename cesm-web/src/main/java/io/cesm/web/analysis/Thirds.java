package io.cesm.web.analysis;

import java.util.List;

import io.cesm.satisfaction.analysis.Overview;
import io.cesm.satisfaction.figures.Csat;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * Shares of bad, middling and good answers: detractors, passives and promoters of a
 * recommend score, the highest marks of satisfaction; otherwise the lower and the upper
 * marks alike, with the middle ones between.
 */
final class Thirds {

    private Thirds() {
    }

    static @Nullable List<Double> of(Overview.Line line) {
        var shares = line.shares();
        int marks = shares.size();
        if (marks < 3 || line.type() == QuestionType.NUMBER || shares.stream().anyMatch(it -> it.isNaN())) {
            return null;
        }
        int good = (line.type() == QuestionType.NPS) ? 2
                : (line.type() == QuestionType.CSAT && (marks <= 7 || marks == 10)) ? Csat.topBoxes(marks)
                        : Math.max(1, (marks - 1) * 2 / 5);
        int bad = (line.type() == QuestionType.NPS) ? 7 : Math.max(1, (marks - 1) * 2 / 5);
        double low = sum(shares, 0, bad);
        double high = sum(shares, marks - good, marks);
        return List.of(low, Math.max(0, 100 - low - high), high);
    }

    private static double sum(List<Double> shares, int from, int to) {
        return shares.subList(from, to).stream().mapToDouble(it -> it).sum();
    }

}
