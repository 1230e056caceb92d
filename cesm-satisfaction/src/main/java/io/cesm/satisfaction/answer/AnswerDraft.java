package io.cesm.satisfaction.answer;

import io.cesm.satisfaction.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the making.
 *
 * @param page id of the page the respondent was on
 * @param language the language they chose
 */
public record AnswerDraft(Answers answers, @Nullable String page, @Nullable String language) {

    static AnswerDraft none() {
        return new AnswerDraft(Answers.none(), null, null);
    }

    public boolean begun() {
        return page != null;
    }

}
