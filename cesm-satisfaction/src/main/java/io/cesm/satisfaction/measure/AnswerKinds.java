package io.cesm.satisfaction.measure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportKindFamily;
import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.questionnaire.DefinitionJson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A kind of file for each own survey, for answers that were given elsewhere or on paper.
 */
@Component
class AnswerKinds implements ImportKindFamily {

    static final String PREFIX = "answers-";

    private final JdbcClient jdbc;

    private final AnswerStore store;

    private final CurrentActor current;

    AnswerKinds(JdbcClient jdbc, AnswerStore store, CurrentActor current) {
        this.jdbc = jdbc;
        this.store = store;
        this.current = current;
    }

    @Override
    public Optional<ImportKind> find(String code) {
        if (!code.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select s.id, s.version_id, s.anonymity, s.number, s.title, s.state, v.definition
                  from survey s join questionnaire_version v on v.id = s.version_id
                 where s.number = ? and s.origin = 'OWN'""").param(code.substring(PREFIX.length())).query((rs, i) -> {
            var survey = new AnsweredSurvey(rs.getObject("id", UUID.class), rs.getObject("version_id", UUID.class),
                    rs.getString("anonymity").equals("ANONYMOUS"));
            return (ImportKind) new AnswerKind(survey, rs.getString("number"), rs.getString("state"),
                    DefinitionJson.read(rs.getString("definition")), store, current);
        }).optional();
    }

    @Override
    public List<ImportKind> offered() {
        return List.of();
    }

}
