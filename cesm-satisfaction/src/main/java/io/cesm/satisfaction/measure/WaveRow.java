package io.cesm.satisfaction.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A wave of a series: the survey that holds its answers.
 *
 * @param versionNumber version of the questionnaire it answers
 * @param answers how many respondents
 * @param effective how many they are worth when weighted
 */
public record WaveRow(UUID survey, String number, String label, @Nullable LocalDate from, @Nullable LocalDate to,
        int versionNumber, long answers, @Nullable BigDecimal effective) {
}
