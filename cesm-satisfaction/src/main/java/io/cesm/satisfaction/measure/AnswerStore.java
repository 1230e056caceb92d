package io.cesm.satisfaction.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.people.CurrentActor;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores answers many at a time, each respondent once. */
@Component
class AnswerStore {

    private static final String RESPONSE = "survey_response (id, answered_on, survey_id, version_id, complete, anonymous,"
            + " channel, language, customer_id, weight, segments, items, words)";

    private final JdbcTemplate template;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    AnswerStore(JdbcTemplate template, JdbcClient jdbc, CurrentActor current) {
        this.template = template;
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * Respondents that are there already: whether they answered the very same. Of
     * anonymous ones nobody can tell, so they count as the same.
     */
    Map<String, Boolean> there(AnsweredSurvey survey, List<AnswerDraft> drafts) {
        var known = new HashSet<>(
                jdbc.sql("select key from survey_response_key where survey_id = :survey and key = any(:keys)")
                    .param("survey", survey.id())
                    .param("keys", texts(drafts, AnswerDraft::key))
                    .query(String.class)
                    .list());
        return known.isEmpty() ? Map.of()
                : compare(survey, drafts.stream().filter(it -> known.contains(it.key())).toList());
    }

    private Map<String, Boolean> compare(AnsweredSurvey survey, List<AnswerDraft> drafts) {
        Map<String, Boolean> there = new HashMap<>();
        jdbc.sql("""
                select k.key, k.response_id is null or (r.items = d.items and r.words = d.words
                              and r.weight = d.weight and r.segments @> d.segments) as same
                  from unnest(cast(:keys as text[]), cast(:days as date[]), cast(:weights as numeric[]),
                              cast(:items as jsonb[]), cast(:words as jsonb[]), cast(:segments as jsonb[]))
                       as d (key, day, weight, items, words, segments)
                  join survey_response_key k on k.survey_id = :survey and k.key = d.key
                  left join survey_response r on r.id = k.response_id and r.answered_on = d.day""")
            .param("survey", survey.id())
            .param("keys", texts(drafts, AnswerDraft::key))
            .param("days", texts(drafts, it -> it.day().toString()))
            .param("weights", texts(drafts, it -> it.weight().toPlainString()))
            .param("items", texts(drafts, AnswerDraft::itemsJson))
            .param("words", texts(drafts, AnswerDraft::wordsJson))
            .param("segments", texts(drafts, AnswerDraft::segmentsJson))
            .query(rs -> {
                there.put(rs.getString(1), rs.getBoolean(2));
            });
        return there;
    }

    private static String[] texts(List<AnswerDraft> drafts, java.util.function.Function<AnswerDraft, String> what) {
        return drafts.stream().map(what).toArray(String[]::new);
    }

    /** Writes answers with their keys and notes that they are not counted yet. */
    void write(AnsweredSurvey survey, List<AnswerDraft> drafts) {
        var responses = new CopyText();
        var keys = new CopyText();
        var pending = new CopyText();
        for (var it : drafts) {
            responses.add(it.id())
                .add(it.day())
                .add(survey.id())
                .add(survey.version())
                .add("t")
                .add(survey.anonymous() ? "t" : "f")
                .add("IMPORT")
                .add(it.language())
                .add(survey.anonymous() ? null : it.customer())
                .add(it.weight().toPlainString())
                .add(it.segmentsJson())
                .add(it.itemsJson())
                .add(it.wordsJson())
                .endRow();
            keys.add(survey.id()).add(it.key()).add(survey.anonymous() ? null : it.id()).endRow();
            pending.add(survey.id()).add(it.day()).add(it.id()).endRow();
        }
        keys.into(template, "survey_response_key (survey_id, key, response_id)");
        responses.into(template, RESPONSE);
        pending.into(template, "survey_pending (survey_id, answered_on, response_id)");
    }

    /** Finds the customers that rows name, within reach; those not found stay without. */
    void findCustomers(List<AnswerDraft> drafts) {
        var texts = drafts.stream().map(AnswerDraft::customerText).filter(Objects::nonNull).distinct().toList();
        if (texts.isEmpty()) {
            return;
        }
        var scope = current.actor().scope();
        record Known(UUID id, String text, Object tier, Object industry, Object unit) {
        }
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                select distinct on (t.text) c.id, t.text, c.tier, c.industry, c.unit_id
                  from unnest(cast(:texts as text[]), cast(:names as text[])) as t (text, name)
                  join customer c on c.number = t.text or c.external_key = t.text or c.name_key = t.name
                 where c.status <> 'MERGED' and\s""" + scope.sql("c.id")
                + " order by t.text, (c.name_key = t.name), c.id")
            .param("texts", texts.toArray(String[]::new))
            .param("names", texts.stream().map(it -> NameKey.of(String.valueOf(it))).toArray(String[]::new))
            .params(scope.params())
            .query((rs, i) -> new Known(rs.getObject(1, UUID.class), rs.getString(2), rs.getObject(3), rs.getObject(4),
                    rs.getObject(5)))
            .list()
            .forEach(it -> known.put(it.text(), it));
        drafts.forEach(draft -> {
            var found = draft.customerText() == null ? null : known.get(draft.customerText());
            if (found != null) {
                draft.customer(found.id());
                draft.segmentOf("tier", found.tier());
                draft.segmentOf("industry", found.industry());
                draft.segmentOf("region", found.unit());
            }
        });
    }

}
