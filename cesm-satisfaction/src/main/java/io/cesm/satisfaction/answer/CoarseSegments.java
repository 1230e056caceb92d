package io.cesm.satisfaction.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps of what an anonymous respondent was only so much that at least five of those who
 * were asked are the same in all of it.
 */
@Component
class CoarseSegments {

    private static final List<String> IN_ORDER = List.of("language", "tier", "region", "industry", "role");

    private final JdbcClient jdbc;

    CoarseSegments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> of(UUID survey, Map<String, String> segments) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (var name : IN_ORDER) {
            var value = segments.get(name);
            if (value != null) {
                var more = new LinkedHashMap<>(kept);
                more.put(name, value);
                if (alike(survey, more) >= ReleasingAnswers.TOGETHER || isOpenToAll(survey, more)) {
                    kept = more;
                }
            }
        }
        return kept;
    }

    /** The language of an open link says nothing about anybody who was asked. */
    private boolean isOpenToAll(UUID survey, Map<String, String> segments) {
        return segments.keySet().equals(java.util.Set.of("language")) && alike(survey, Map.of()) == 0;
    }

    private int alike(UUID survey, Map<String, String> segments) {
        return jdbc.sql("""
                select count(distinct i.contact_id) from survey_invitation i
                  left join customer c on c.id = i.customer_id left join contact k on k.id = i.contact_id
                 where i.survey_id = :survey
                   and (cast(:language as text) is null or i.language = :language)
                   and (cast(:tier as text) is null or c.tier::text = :tier)
                   and (cast(:region as text) is null or c.unit_id::text = :region)
                   and (cast(:industry as text) is null or c.industry = :industry)
                   and (cast(:role as text) is null or k.decision_role = :role)""")
            .param("survey", survey)
            .param("language", segments.get("language"))
            .param("tier", segments.get("tier"))
            .param("region", segments.get("region"))
            .param("industry", segments.get("industry"))
            .param("role", segments.get("role"))
            .query(Integer.class)
            .single();
    }

}
