package io.cesm.satisfaction.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Words;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its figures name it.
 *
 * @param counted how many answers are in the figures
 * @param pending how many wait to be counted, looked at up to 1,000
 * @param asOf when the last answers were counted; null before the first
 * @param useForAppraisal whether people may be judged by it; never for surveys of our own
 */
public record SurveyHead(UUID id, String number, Words title, String origin, UUID questionnaire, UUID version,
        int versionNumber, Anonymity anonymity, String state, @Nullable String wave, @Nullable LocalDate opensOn,
        boolean useForAppraisal, long counted, long pending, @Nullable Instant asOf) {
}
