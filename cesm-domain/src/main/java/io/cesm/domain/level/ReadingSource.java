package io.cesm.domain.level;

import java.util.UUID;

/**
 * The record a reading comes from, so that every bar leads back to it.
 *
 * @param kind what sort of record it is: EXPECTATION, MEASUREMENT, SURVEY_ITEM,
 * SURVEY_ANSWER, SCORECARD or API
 * @param id the record's id
 * @param label what a person reads on the link, usually number and words
 */
public record ReadingSource(String kind, UUID id, String label) {

    /** An expectation record. */
    public static final String EXPECTATION = "EXPECTATION";

    /** A process measure entered with its two anchors. */
    public static final String MEASUREMENT = "MEASUREMENT";

    /** One item of a survey file. */
    public static final String SURVEY_ITEM = "SURVEY_ITEM";

    /** What one respondent answered in a survey. */
    public static final String SURVEY_ANSWER = "SURVEY_ANSWER";

    /** A mark on a customer's own scorecard. */
    public static final String SCORECARD = "SCORECARD";

    /** The marks of a complainant after a complaint has closed. */
    public static final String COMPLAINT = "COMPLAINT";

    /** A reading sent by another system. */
    public static final String API = "API";

    private static final int LABEL_LENGTH = 400;

    public ReadingSource {
        label = (label.length() > LABEL_LENGTH) ? label.substring(0, LABEL_LENGTH - 1) + "…" : label;
    }

    /** The source of a reading taken from an expectation record. */
    public static ReadingSource expectation(UUID id, String label) {
        return new ReadingSource(EXPECTATION, id, label);
    }

}
