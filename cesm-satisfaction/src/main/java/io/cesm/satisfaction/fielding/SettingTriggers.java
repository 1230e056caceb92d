package io.cesm.satisfaction.fielding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.questionnaire.Words;

/** The rules that ask after service events. */
@Service
@Transactional
public class SettingTriggers {

    private final Surveys surveys;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    SettingTriggers(Surveys surveys, CurrentActor current, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TriggerRule> all() {
        return jdbc
            .sql("""
                    select t.*, s.number, s.title, s.state,
                           (select count(*) from survey_frame f where f.survey_id = t.survey_id and f.event = t.event) as told,
                           (select count(*) from survey_frame f where f.survey_id = t.survey_id and f.event = t.event
                               and f.invitation_id is not null) as asked
                      from survey_trigger t join survey s on s.id = t.survey_id
                     order by s.state = 'FIELDED' desc, t.created_at desc, t.id limit 200""")
            .query((rs, i) -> new TriggerRule(rs.getObject("id", UUID.class),
                    new SurveyId(rs.getObject("survey_id", UUID.class)), rs.getString("number"),
                    new Words(SettingsJson.strings(rs.getString("title"))), SurveyState.valueOf(rs.getString("state")),
                    ServiceEvent.valueOf(rs.getString("event")), rs.getInt("delay_hours"),
                    rs.getBigDecimal("probability"), rs.getBoolean("active"), rs.getLong("told"), rs.getLong("asked"),
                    rs.getLong("version")))
            .list();
    }

    public UUID make(SurveyId survey, ServiceEvent event, int delayHours, BigDecimal probability) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        judge(delayHours, probability);
        var it = surveys.findById(survey)
            .filter(each -> each.state() == SurveyState.DRAFT || each.state() == SurveyState.FIELDED)
            .orElseThrow(() -> new FieldRefusal("survey", "fielding.trigger_survey"));
        var by = current.actor().staff();
        var id = Uuid7.next();
        int made = jdbc
            .sql("""
                    insert into survey_trigger (id, survey_id, event, delay_hours, probability, active, created_at, created_by,
                                                version)
                    values (:id, :survey, :event, :delay, :probability, true, :at, :by, 0)
                    on conflict (survey_id, event) do nothing""")
            .param("id", id)
            .param("survey", survey.id())
            .param("event", event.name())
            .param("delay", delayHours)
            .param("probability", probability)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id(), java.sql.Types.OTHER)
            .update();
        if (made == 0) {
            throw new FieldRefusal("event", "fielding.trigger_twice");
        }
        timeline.record(Change.of(PlanningSurveys.subject(it), "TRIGGER_MADE")
            .with("event", null, event)
            .with("delayHours", null, delayHours)
            .with("probability", null, probability));
        return id;
    }

    public void change(UUID id, long version, int delayHours, BigDecimal probability, boolean active) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        judge(delayHours, probability);
        var before = all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(UnknownThing::new);
        StaleVersion.check(version, before.version());
        jdbc.sql("""
                update survey_trigger set delay_hours = :delay, probability = :probability, active = :active,
                       version = version + 1 where id = :id""")
            .param("delay", delayHours)
            .param("probability", probability)
            .param("active", active)
            .param("id", id)
            .update();
        var change = Change.of(PlanningSurveys.subject(surveys.require(before.survey())), "TRIGGER_CHANGED")
            .with("delayHours", before.delayHours(), delayHours)
            .with("probability", before.probability().stripTrailingZeros().toPlainString(),
                    probability.stripTrailingZeros().toPlainString())
            .with("active", before.active(), active);
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    private static void judge(int delayHours, BigDecimal probability) {
        if (delayHours < 0 || delayHours > 720) {
            throw new FieldRefusal("delayHours", "number.range", 0, 720);
        }
        if (probability.signum() <= 0 || probability.compareTo(BigDecimal.ONE) > 0 || probability.scale() > 3) {
            throw new FieldRefusal("probability", "fielding.probability");
        }
    }

}
