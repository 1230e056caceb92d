package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;

/** Leading a survey through its life: into the field, out of it, to its end. */
@Service
@Transactional
public class FieldingSurveys {

    private final Surveys surveys;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    FieldingSurveys(Surveys surveys, CurrentActor current, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long open(SurveyId id, long version) {
        var it = require(id, version);
        it.open(today(), clock.instant());
        return done(it,
                Change.of(PlanningSurveys.subject(it), "OPENED")
                    .with("opensOn", null, it.opensOn())
                    .with("closesOn", null, it.closesOn()));
    }

    /** Takes no more answers; who was not yet asked will not be. */
    public long close(SurveyId id, long version) {
        return close(require(id, version), "CLOSED");
    }

    public long reopen(SurveyId id, long version, LocalDate until) {
        var it = require(id, version);
        var before = it.closesOn();
        it.reopen(until, today(), clock.instant());
        return done(it, Change.of(PlanningSurveys.subject(it), "REOPENED").with("closesOn", before, it.closesOn()));
    }

    /** Its figures stand. */
    public long conclude(SurveyId id, long version) {
        var it = require(id, version);
        it.conclude(clock.instant());
        return done(it, Change.of(PlanningSurveys.subject(it), "ANALYSED"));
    }

    /** Closes the surveys whose last day is over; returns how many. */
    public int closeOverdue() {
        var over = jdbc.sql("select id from survey where state = 'FIELDED' and origin = 'OWN' and closes_on < :today")
            .param("today", today())
            .query((rs, i) -> new SurveyId(rs.getObject(1, java.util.UUID.class)))
            .list();
        over.forEach(id -> {
            var it = surveys.require(id);
            var last = it.closesOn();
            it.close(last == null ? today() : last, clock.instant());
            finish(it, "CLOSED_BY_DAY");
        });
        return over.size();
    }

    private long close(Survey it, String action) {
        it.close(today(), clock.instant());
        return finish(it, action);
    }

    private long finish(Survey it, String action) {
        jdbc.sql("""
                update survey_invitation set state = 'WITHDRAWN', version = version + 1
                 where survey_id = :survey and state = 'QUEUED'""").param("survey", it.id().id()).update();
        return done(it, Change.of(PlanningSurveys.subject(it), action).with("closesOn", null, it.closesOn()));
    }

    private Survey require(SurveyId id, long version) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = surveys.require(id);
        StaleVersion.check(version, it.version());
        return it;
    }

    private long done(Survey it, Change change) {
        timeline.record(change);
        return surveys.saveAndFlush(it).version();
    }

    private LocalDate today() {
        return CompanyTime.today(clock);
    }

}
