package io.cesm.satisfaction.fielding;

/**
 * What makes the answers of a survey worth a second look.
 *
 * @param frame everybody in the frame
 * @param handPicked put in by hand or list instead of by filter
 * @param addedLate put in after the survey had opened
 * @param addressChanged whose mail address was changed shortly before they were invited
 * @param ownNetwork answers that came out of our own network
 * @param answered all answers behind personal links
 */
public record SurveyQuality(long frame, long handPicked, long addedLate, long addressChanged, long ownNetwork,
        long answered) {
}
