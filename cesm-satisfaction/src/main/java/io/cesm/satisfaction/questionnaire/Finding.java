package io.cesm.satisfaction.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * What the method checker thinks of one place, with a way to mend it.
 *
 * @param question id of the question, empty for the questionnaire as a whole
 * @param language language of the text it is about, null if it is about none
 * @param code key of the sentences {@code method.<code>} and {@code method.<code>.mend}
 * @param evidence the words or figure it rests on
 * @param serious whether answers would be bent, not only made harder
 */
public record Finding(String question, @Nullable String language, String code, String evidence, boolean serious) {
}
