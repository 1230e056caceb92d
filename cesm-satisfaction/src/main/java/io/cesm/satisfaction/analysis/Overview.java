package io.cesm.satisfaction.analysis;

import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * What a survey says at a glance.
 *
 * @param counting how several answers of one customer count
 * @param respondents null if hidden
 * @param coverage how much of the revenue is behind the answers
 * @param before the survey before it; null if there is none to compare with
 */
public record Overview(SurveyHead survey, CustomerAggregation counting, @Nullable Long respondents,
        @Nullable Long complete, Told coverage, @Nullable SurveyHead before, List<Line> lines) {

    /**
     * An item.
     *
     * @param figures the one it is known by first
     * @param customers the first figure with every customer counting once; null unless
     * asked for, or if there is none
     * @param shares of each mark in percent, from the lowest; empty if hidden
     * @param change since the survey before; null if there is nothing to compare with
     */
    public record Line(String key, QuestionType type, @Nullable ItemRole role, @Nullable String dimension,
            Map<String, String> name, boolean turned, List<Told> figures, @Nullable Told customers, List<Double> shares,
            int lowest, @Nullable Told before, @Nullable Comparison change, Claim claim) {

        /** The figure that is shown first. */
        public Told main() {
            return (customers != null) ? customers : figures.getFirst();
        }

    }

}
