package io.cesm.web.voice;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.satisfaction.questionnaire.DefinitionJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of the surveys in which something was written. */
@Component("voiceSurveyHeads")
class SurveyHeads {

    private final JdbcClient jdbc;

    SurveyHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A survey by its number and title. */
    public record SurveyHead(UUID id, String number, String title, String anonymity) {
    }

    /** The latest surveys with comments. */
    List<SurveyHead> all(Locale locale) {
        return jdbc.sql("""
                select s.id, s.number, s.title, s.anonymity from survey s
                 where exists (select from survey_comment c where c.survey_id = s.id)
                 order by s.changed_at desc, s.id desc limit 60""").query((rs, i) -> {
            var titles = DefinitionJson.tree(rs.getString("title"));
            var own = titles.path(locale.getLanguage()).asString("");
            return new SurveyHead(rs.getObject("id", UUID.class), rs.getString("number"),
                    own.isEmpty() ? titles.values().stream().map(one -> one.asString("")).findFirst().orElse("") : own,
                    rs.getString("anonymity"));
        }).list();
    }

}
