package io.cesm.satisfaction.questionnaire;

/**
 * One answer to choose.
 *
 * @param id what is stored, for the life of the question
 * @param fixed keeps its place when the order is random
 * @param other lets the respondent write
 * @param exclusive excludes all others, such as “none of these”
 */
public record Option(String id, Words text, boolean fixed, boolean other, boolean exclusive) {
}
