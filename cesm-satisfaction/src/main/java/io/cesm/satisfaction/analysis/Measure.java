package io.cesm.satisfaction.analysis;

import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.Scale;
import io.cesm.satisfaction.questionnaire.Words;
import org.jspecify.annotations.Nullable;

/**
 * An item of a questionnaire that figures are made of.
 *
 * @param key where its answers stand, without the name a block is repeated for
 * @param question id of the question it belongs to
 * @param scale null for anything but points on a scale
 */
public record Measure(String key, String question, QuestionType type, @Nullable ItemRole role,
        @Nullable String dimension, @Nullable Scale scale, Words name) {

    public boolean isScale() {
        return scale != null;
    }

    /** The scale; only for items that have one. */
    public Scale requireScale() {
        if (scale == null) {
            throw new IllegalArgumentException(key + " is not answered on a scale");
        }
        return scale;
    }

    /** Whether it tells of a survey as a whole: kept per customer, and shown first. */
    public boolean headline() {
        return scale != null && type != QuestionType.NUMBER && (type == QuestionType.NPS || type == QuestionType.CSAT
                || type == QuestionType.CES || role == ItemRole.OVERALL || role == ItemRole.LOYALTY);
    }

}
