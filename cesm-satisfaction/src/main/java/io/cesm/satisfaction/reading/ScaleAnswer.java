package io.cesm.satisfaction.reading;

import java.math.BigDecimal;

import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A point somebody chose on a scale.
 *
 * @param key where it stands in the answer
 * @param level the same on 0 to 100, the best end at 100
 */
public record ScaleAnswer(String key, QuestionType type, @Nullable ItemRole role, @Nullable String dimension,
        Scale scale, int point, BigDecimal level) {

    /** Whether it says how satisfied somebody is with us, as a whole. */
    public boolean isVerdict() {
        return switch (type) {
            case NPS, CSAT, CES ->
                role == null || role == ItemRole.OVERALL || role == ItemRole.LOYALTY || role == ItemRole.DRIVER;
            default -> role == ItemRole.OVERALL;
        };
    }

}
