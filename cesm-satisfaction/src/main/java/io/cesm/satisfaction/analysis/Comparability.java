package io.cesm.satisfaction.analysis;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which questions lost their comparability on the way from one version to another. */
@Component
class Comparability {

    private static final String LOST = """
            select v.number, k.key from questionnaire_version v, jsonb_each(v.comparable) k
             where v.questionnaire_id = :questionnaire and v.number > 1 and not (k.value ->> 'comparable')::boolean
               and k.value ->> 'fate' in ('CHANGED', 'NEW')
            """;

    private final JdbcClient jdbc;

    Comparability(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The questions of a survey that cannot be compared with an earlier one. */
    Set<String> broken(SurveyHead now, SurveyHead before) {
        int from = Math.min(now.versionNumber(), before.versionNumber());
        int to = Math.max(now.versionNumber(), before.versionNumber());
        if (from == to) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(LOST + " and v.number > :from and v.number <= :to")
            .param("questionnaire", now.questionnaire())
            .param("from", from)
            .param("to", to)
            .query((row, i) -> row.getString("key"))
            .list());
    }

    /** The versions at which a question lost it. */
    Set<Integer> breaks(UUID questionnaire, String question) {
        return new TreeSet<>(jdbc.sql(LOST + " and k.key = :question")
            .param("questionnaire", questionnaire)
            .param("question", question)
            .query((row, i) -> row.getInt("number"))
            .list());
    }

}
