package io.cesm.satisfaction.answer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Devices on which one person after the other answers a survey: a tablet at a site, a
 * phone without network. The link of a device is shown once, and only its digest is kept.
 */
@Service
@Transactional
public class AnswerDevices {

    private final JdbcClient jdbc;

    private final AskedSurveys heads;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    AnswerDevices(JdbcClient jdbc, AskedSurveys heads, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A device that was just set up, with the token nobody sees again. */
    public record Made(UUID id, String token) {
    }

    /** One device of the list. */
    public record Row(UUID id, @Nullable String label, Instant createdAt, @Nullable String createdBy,
            @Nullable Instant endedAt) {
    }

    public Made setUp(UUID survey, @Nullable String label) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var head = heads.require(survey);
        if (!head.origin().equals("OWN") || !head.state().equals("FIELDED")) {
            throw new Refusal("answer.device_of_closed");
        }
        var id = Uuid7.next();
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(AnswerSeal.random(32));
        var staff = current.actor().staff();
        jdbc.sql("""
                insert into survey_device (id, survey_id, label, token_hash, created_at, created_by)
                values (?, ?, ?, ?, ?, ?)""")
            .params(Arrays.asList(id, survey, Texts.optional(label, 80, "label"), AnswerSeal.hash(token),
                    clock.instant().atOffset(ZoneOffset.UTC), staff == null ? null : staff.id()))
            .update();
        timeline.record(Change.of(subject(head), "DEVICE_SET_UP").with("label", null, label));
        return new Made(id, token);
    }

    /** Ends a device; whoever still holds it reads that it is over. */
    public void end(UUID survey, UUID device) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var head = heads.require(survey);
        if (jdbc.sql("update survey_device set ended_at = ? where id = ? and survey_id = ? and ended_at is null")
            .params(clock.instant().atOffset(ZoneOffset.UTC), device, survey)
            .update() == 0) {
            throw new UnknownThing();
        }
        timeline.record(Change.of(subject(head), "DEVICE_ENDED"));
    }

    @Transactional(readOnly = true)
    public List<Row> of(UUID survey) {
        current.actor().requireMay(Right.VIEW);
        heads.require(survey);
        return jdbc.sql("""
                select d.id, d.label, d.created_at, s.name, d.ended_at
                  from survey_device d left join staff s on s.id = d.created_by
                 where d.survey_id = ? order by d.created_at desc, d.id desc limit 200""")
            .param(survey)
            .query((rs, i) -> new Row(rs.getObject(1, UUID.class), rs.getString(2),
                    rs.getObject(3, OffsetDateTime.class).toInstant(), rs.getString(4),
                    rs.getObject(5) == null ? null : rs.getObject(5, OffsetDateTime.class).toInstant()))
            .list();
    }

    private static Subject subject(SurveyHead head) {
        return new Subject("SURVEY", head.id(), head.number(), null);
    }

}
