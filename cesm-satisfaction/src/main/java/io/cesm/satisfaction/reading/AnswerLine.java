package io.cesm.satisfaction.reading;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was asked and what was said to it, in words.
 *
 * @param level 0 to 100 for points on a scale
 * @param written whether the respondent wrote it in their own words
 */
public record AnswerLine(String question, String answer, @Nullable BigDecimal level, boolean written) {
}
