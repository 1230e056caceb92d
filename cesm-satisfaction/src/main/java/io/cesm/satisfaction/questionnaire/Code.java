package io.cesm.satisfaction.questionnaire;

/**
 * An answer that is none, such as “does not apply” or “cannot say”.
 *
 * @param id what is stored
 */
public record Code(String id, Words text) {
}
