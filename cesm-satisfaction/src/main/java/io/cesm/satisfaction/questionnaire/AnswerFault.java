package io.cesm.satisfaction.questionnaire;

import java.util.List;

/**
 * What is wrong with one answer.
 *
 * @param key field it stands in
 * @param code key of the sentence, after {@code answer.}
 */
public record AnswerFault(String key, String code, List<Object> args) {

    static AnswerFault of(String key, String code, Object... args) {
        return new AnswerFault(key, code, List.of(args));
    }

}
