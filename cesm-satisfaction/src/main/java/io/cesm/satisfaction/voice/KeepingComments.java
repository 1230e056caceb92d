package io.cesm.satisfaction.voice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.reading.AnswerReader;
import io.cesm.satisfaction.reading.Comment;
import io.cesm.satisfaction.reading.ScaleAnswer;
import io.cesm.satisfaction.reading.TakenAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was written beside the answers, read once: what it is about and how it
 * feels. Of comments without a name nothing tells in which order they came.
 */
@Component
class KeepingComments implements AnswerReader {

    private final TendingVoices voices;

    private final JdbcClient jdbc;

    KeepingComments(TendingVoices voices, JdbcClient jdbc) {
        this.voices = voices;
        this.jdbc = jdbc;
    }

    @Override
    public void read(List<TakenAnswer> answers) {
        if (answers.stream().allMatch(it -> it.words().isEmpty())) {
            return;
        }
        var dictionary = voices.dictionary();
        for (var answer : answers) {
            for (var comment : answer.comments()) {
                keep(answer, comment, dictionary);
            }
        }
    }

    private void keep(TakenAnswer answer, Comment comment, Dictionary dictionary) {
        var reading = dictionary.read(comment.text());
        var named = answer.isByName() && answer.anonymity() == Anonymity.NAMED;
        jdbc.sql(
                """
                        insert into survey_comment (id, survey_id, response_id, answered_on, key, customer_id, contact_id, named,
                               anonymous, language, body, search, level, tier, flow, sentiment, themes, revision)
                        values (:id, :survey, :response, :on, :key, :customer, :contact, :named, :anonymous, :language, :body,
                                array_to_tsvector(:search), :level, :tier, :flow, :sentiment, :themes, :revision)
                            on conflict (response_id, key) do nothing""")
            .param("id", named ? Uuid7.next() : UUID.randomUUID())
            .param("survey", answer.survey())
            .param("response", answer.id())
            .param("on", answer.on())
            .param("key", comment.key())
            .param("customer", answer.customer() == null ? null : answer.customer().id(), java.sql.Types.OTHER)
            .param("contact", answer.contact() == null || !answer.isByName() ? null : answer.contact().id(),
                    java.sql.Types.OTHER)
            .param("named", named)
            .param("anonymous", !answer.isByName())
            .param("language", language(comment.text()))
            .param("body", comment.text())
            .param("search", SearchText.tokens(comment.text()))
            .param("level", level(answer), java.sql.Types.NUMERIC)
            .param("tier", answer.segments().get("tier"))
            .param("flow", answer.segments().get("flow"))
            .param("sentiment", reading.sentiment())
            .param("themes", reading.themes().toArray(String[]::new))
            .param("revision", dictionary.revision())
            .update();
    }

    /** Chinese as soon as there is some in it: product names are Latin everywhere. */
    private static String language(String text) {
        return text.codePoints().anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN) ? "zh"
                : "en";
    }

    /** How satisfied the respondent was: as a whole, else recommending, else effort. */
    private static @Nullable BigDecimal level(TakenAnswer answer) {
        return answer.points()
            .stream()
            .filter(ScaleAnswer::isVerdict)
            .min(Comparator.comparingInt(KeepingComments::place))
            .map(ScaleAnswer::level)
            .orElse(null);
    }

    private static int place(ScaleAnswer it) {
        return it.role() == ItemRole.OVERALL ? 0
                : it.type() == QuestionType.CSAT ? 1 : it.type() == QuestionType.NPS ? 2 : 3;
    }

}
