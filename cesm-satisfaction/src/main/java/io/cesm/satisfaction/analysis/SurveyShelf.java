package io.cesm.satisfaction.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds surveys for their figures. */
@Component
class SurveyShelf {

    private static final String HEAD = """
            select s.id, s.number, s.title, s.origin, s.questionnaire_id, s.version_id, v.number as version_number,
                   s.anonymity, s.state, s.wave, s.opens_on, s.use_for_appraisal, f.as_of,
                   coalesce(f.counted, 0) as counted,
                   (select count(*) from (select 1 from survey_pending p where p.survey_id = s.id limit 1000) w)
                       as pending%s
              from survey s
              join questionnaire_version v on v.id = s.version_id
              left join survey_figure_state f on f.survey_id = s.id
             where\s""";

    private final JdbcClient jdbc;

    SurveyShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Survey require(UUID id) {
        return jdbc.sql(HEAD.formatted(", v.definition") + "s.id = ?")
            .param(id)
            .query((row, i) -> new Survey(head(row, i), measures(row)))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The surveys of a questionnaire with counted answers, the first first. */
    List<SurveyHead> series(UUID questionnaire) {
        return jdbc
            .sql(HEAD.formatted("") + "s.questionnaire_id = ? and f.counted > 0"
                    + " order by coalesce(s.opens_on, s.created_at::date), s.created_at, s.id")
            .param(questionnaire)
            .query(SurveyShelf::head)
            .list();
    }

    List<UUID> all() {
        return jdbc.sql("select id from survey order by id").query((rs, i) -> rs.getObject(1, UUID.class)).list();
    }

    private static Measures measures(ResultSet row) throws SQLException {
        return Measures.of(DefinitionJson.read(row.getString("definition")));
    }

    private static SurveyHead head(ResultSet row, int i) throws SQLException {
        var asOf = row.getObject("as_of", OffsetDateTime.class);
        return new SurveyHead(row.getObject("id", UUID.class), row.getString("number"),
                words(DefinitionJson.tree(row.getString("title"))), row.getString("origin"),
                row.getObject("questionnaire_id", UUID.class), row.getObject("version_id", UUID.class),
                row.getInt("version_number"), Anonymity.valueOf(row.getString("anonymity")), row.getString("state"),
                row.getString("wave"), row.getObject("opens_on", LocalDate.class), row.getBoolean("use_for_appraisal"),
                row.getLong("counted"), row.getLong("pending"), (asOf == null) ? null : asOf.toInstant());
    }

    private static Words words(JsonNode title) {
        Map<String, String> by = new LinkedHashMap<>();
        title.properties().forEach(it -> by.put(it.getKey(), it.getValue().asString()));
        return new Words(by);
    }

}
