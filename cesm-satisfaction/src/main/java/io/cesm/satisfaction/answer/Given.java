package io.cesm.satisfaction.answer;

import java.time.Instant;

import io.cesm.satisfaction.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes in.
 *
 * @param language the language it was given in
 * @param at when it was given, if that was not now
 * @param interviewer who asked, if somebody did
 */
public record Given(Answers answers, @Nullable String language, @Nullable Instant at, @Nullable String interviewer) {

    public static Given now(Answers answers, @Nullable String language) {
        return new Given(answers, language, null, null);
    }

}
