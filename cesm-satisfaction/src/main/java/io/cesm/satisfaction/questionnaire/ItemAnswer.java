package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * One item of a finished answer, ready to be counted.
 *
 * @param key where it stands in the answer
 * @param item its key without the name it was repeated for
 * @param each for whom it was repeated
 * @param number the answer as a number, if it is one
 * @param code the answer as a code, if it is one
 * @param text the answer in words
 * @param level 0 to 100, for answers on a scale
 * @param none whether the code says nothing, as “does not apply”
 */
public record ItemAnswer(String key, String item, @Nullable String each, QuestionType type, @Nullable ItemRole role,
        @Nullable String dimension, @Nullable BigDecimal number, @Nullable String code, @Nullable String text,
        @Nullable BigDecimal level, boolean none) {
}
