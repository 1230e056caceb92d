package io.cesm.satisfaction.fielding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Words;

/** Reads one survey; the record itself holds no data of customers, so all staff may. */
@Component("fieldedSurveys")
@Transactional(readOnly = true)
public class SurveyDesk {

    private final JdbcClient jdbc;

    SurveyDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SurveyDetails require(SurveyId id) {
        return jdbc.sql("""
                select s.*, q.number as questionnaire, q.title as questionnaire_title, v.number as asked,
                       o.name as owner, b.name as creator
                  from survey s
                  join questionnaire q on q.id = s.questionnaire_id
                  join questionnaire_version v on v.id = s.version_id
                  left join staff o on o.id = s.owner_id
                  left join staff b on b.id = s.created_by
                 where s.id = ?""").param(id.id()).query(SurveyDesk::row).optional().orElseThrow(UnknownThing::new);
    }

    private static SurveyDetails row(ResultSet rs, int i) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        return new SurveyDetails(new SurveyId(rs.getObject("id", UUID.class)), rs.getLong("version"),
                rs.getString("number"), new Words(SettingsJson.strings(rs.getString("title"))),
                SurveyOrigin.valueOf(rs.getString("origin")), SurveyKind.valueOf(rs.getString("kind")),
                SurveyState.valueOf(rs.getString("state")), Anonymity.valueOf(rs.getString("anonymity")),
                new QuestionnaireId(rs.getObject("questionnaire_id", UUID.class)), rs.getString("questionnaire"),
                new Words(SettingsJson.strings(rs.getString("questionnaire_title"))),
                rs.getObject("version_id", UUID.class), rs.getInt("asked"), rs.getString("wave"),
                rs.getObject("opens_on", LocalDate.class), rs.getObject("closes_on", LocalDate.class),
                owner == null ? null : new StaffId(owner), rs.getString("owner"),
                SettingsJson.settings(rs.getString("settings")), rs.getBoolean("use_for_appraisal"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(), rs.getString("creator"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

}
