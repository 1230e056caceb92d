package io.cesm.web.fielding;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the forms of surveys let a person choose from. */
@Component
class PlanChoices {

    private static final int MOST = 300;

    private final JdbcClient jdbc;

    private final JsonMapper json;

    PlanChoices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Published versions of questionnaires in use, the newest of each first. */
    Map<String, String> questionnaires(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql("""
                select q.id, q.number, q.title, v.number as version, v.definition ->> 'languages' as languages
                  from questionnaire q join questionnaire_version v on v.questionnaire_id = q.id
                 where q.state = 'PUBLISHED' order by q.changed_at desc, q.id, v.number desc limit :most""")
            .param("most", MOST)
            .query(rs -> {
                var title = json.readTree(rs.getString("title"));
                var text = title.path(locale.getLanguage())
                    .asString(title.path("en").asString(title.path("zh").asString("")));
                choices.put(rs.getString("id") + "/" + rs.getInt("version"),
                        rs.getString("number") + " " + text + " · v" + rs.getInt("version"));
            });
        return choices;
    }

    /** Who may own a survey: people who may edit them, and the one who does now. */
    Map<String, String> owners(@Nullable StaffId now) {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql("""
                select s.id, s.name, %s as unit from staff s join org_unit u on u.id = s.unit_id
                 where s.status = 'ACTIVE' and (s.id = :now or exists (
                       select from staff_role r where r.staff_id = s.id and r.role in ('MANAGER', 'OFFICE')))
                 order by s.name, s.id limit :most""".formatted(UnitName.sql("u")))
            .param("now", now == null ? null : now.id(), java.sql.Types.OTHER)
            .param("most", MOST)
            .query(rs -> {
                choices.put(rs.getString("id"), rs.getString("name") + " · " + rs.getString("unit"));
            });
        return choices;
    }

}
