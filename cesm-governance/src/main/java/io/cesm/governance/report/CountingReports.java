package io.cesm.governance.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import io.cesm.governance.diagnosis.DiagnosisFilter;
import io.cesm.governance.diagnosis.GapMatrix;
import io.cesm.satisfaction.figures.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a report says, as far as the one who asks may see it. */
@Service
@Transactional(readOnly = true)
public class CountingReports {

    private static final int WORST = 5;

    private static final int NEXT = 12;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final DiagnosingGaps diagnosing;

    private final Clock clock;

    CountingReports(JdbcClient jdbc, CurrentActor current, DiagnosingGaps diagnosing, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.diagnosing = diagnosing;
        this.clock = clock;
    }

    /**
     * The figures of some days.
     * @param unit a unit and those below it; null for everything the reader sees
     */
    public ReportFigures of(@Nullable UnitId unit, LocalDate from, LocalDate to) {
        var filter = new DiagnosisFilter(null, unit, null, from, to);
        var earlier = (from.getDayOfMonth() == 1)
                ? new DiagnosisFilter(null, unit, null, from.minusMonths(1), from.minusDays(1)) : filter.before();
        var year = new DiagnosisFilter(null, unit, null, to.minusMonths(12).plusDays(1), to);
        return new ReportFigures(from, to, levels(filter), levels(earlier), counts(filter), counts(earlier),
                diagnosing.dimensions(year), diagnosing.matrix(year), candidates(filter), waiting(filter));
    }

    /** The same without gaps, candidates and what waits. */
    public ReportFigures brief(@Nullable UnitId unit, LocalDate from, LocalDate to) {
        var filter = new DiagnosisFilter(null, unit, null, from, to);
        return new ReportFigures(from, to, levels(filter), levels(filter.before()), counts(filter),
                counts(filter.before()), List.of(), new GapMatrix(List.of(), 0), List.of(), List.of());
    }

    private Moments levels(DiagnosisFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        return jdbc.sql("""
                select count(*) as n, coalesce(sum(p), 0) as total, coalesce(sum(p * p), 0) as squares
                  from (select sum(l.value * l.weight * l.n) / sum(l.weight * l.n) as p
                          from level_reading l join customer cu on cu.id = l.customer_id
                         where l.level = 'P' and l.read_on between :from and :to and %s group by l.customer_id) each
                """.formatted(mine(filter, params)))
            .params(params)
            .query((rs, i) -> Moments.ofSums(rs.getLong("n"), rs.getDouble("total"), rs.getDouble("squares")))
            .single();
    }

    private ReportFigures.Counts counts(DiagnosisFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        var mine = mine(filter, params);
        return jdbc
            .sql("""
                    with cu as (select cu.id from customer cu where %1$s),
                    c as (select x.*, k.state as clock from complaint x join cu on cu.id = x.customer_id
                            left join complaint_clock k on k.complaint_id = x.id and k.kind = 'RESOLUTION'
                           where x.kind = 'COMPLAINT' and x.state not in ('WITHDRAWN', 'MERGED')),
                    f as (select x.* from follow_up x join cu on cu.id = x.customer_id where %2$s),
                    e as (select x.* from expectation x join cu on cu.id = x.customer_id where x.state not in ('WITHDRAWN', 'MERGED'))
                    select (select count(*) from counting_answer r join cu on cu.id = r.customer_id where r.answered_on between :from and :to) as answers,
                           (select count(*) from c where received_at >= :start and received_at < :end) as complaints,
                           (select count(*) from c where resolved_at >= :start and resolved_at < :end) as resolved,
                           (select count(*) from c where resolved_at >= :start and resolved_at < :end and clock in ('MET')) as in_time,
                           (select count(*) from c where resolved_at >= :start and resolved_at < :end and clock in ('MET', 'LATE')) as timed,
                           (select count(*) from c where resolved_at >= :start and resolved_at < :end and reopened_count > 0) as reopened,
                           (select count(*) from c where closed_at >= :start and closed_at < :end) as closed,
                           (select count(*) from c where closed_at >= :start and closed_at < :end and confirmed_at is not null) as agreed,
                           (select count(*) from c where received_at < :end and (closed_at is null or closed_at >= :end)) as open_complaints,
                           (select count(*) from f where opened_at >= :start and opened_at < :end) as follow_ups,
                           (select count(*) from f where closed_at >= :start and closed_at < :end) as followed_up,
                           (select count(*) from f where closed_at >= :start and closed_at < :end and coalesce(contacted_at, closed_at) <= due_at) as followed_up_in_time,
                           (select count(*) from f where opened_at < :end and (closed_at is null or closed_at >= :end)) as open_follow_ups,
                           (select count(*) from e where captured_at >= :start and captured_at < :end) as captured,
                           (select count(*) from e where state = 'CONFIRMED' and answered_on between :from and :to) as confirmed,
                           (select count(*) from e where committed_on between :from and :to and state in ('COMMITTED', 'DELIVERED', 'NOT_MET', 'CONFIRMED')) as due,
                           (select count(*) from e where committed_on between :from and :to and state in ('DELIVERED', 'CONFIRMED')
                               and cast(delivered_at at time zone :zone as date) <= committed_on) as on_time
                    """
                .formatted(mine, current.actor().may(Right.CONFIDENTIAL_READ) ? "true" : "not x.confidential"))
            .params(params)
            .query((rs, i) -> new ReportFigures.Counts(rs.getLong("answers"), rs.getLong("complaints"),
                    rs.getLong("resolved"), rs.getLong("in_time"), rs.getLong("timed"), rs.getLong("reopened"),
                    rs.getLong("closed"), rs.getLong("agreed"), rs.getLong("open_complaints"), rs.getLong("follow_ups"),
                    rs.getLong("followed_up"), rs.getLong("followed_up_in_time"), rs.getLong("open_follow_ups"),
                    rs.getLong("captured"), rs.getLong("confirmed"), rs.getLong("due"), rs.getLong("on_time")))
            .single();
    }

    /** Where most gathered in the ninety days up to the end. */
    private List<ReportFigures.Candidate> candidates(DiagnosisFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        var mine = mine(filter, params);
        params.put("since", filter.to().minusDays(89));
        params.put("sinceStart", CompanyTime.startOf(filter.to().minusDays(89)).atOffset(ZoneOffset.UTC));
        return jdbc
            .sql("""
                    select cu.id, cu.name, cu.name_en, x.dimension_code, sum(x.complaints) as complaints, sum(x.not_met) as not_met,
                           sum(x.weight) as weight
                      from (select c.customer_id, c.dimension_code, 1 as complaints, 0 as not_met, 5 - c.grade as weight from complaint c
                             where c.kind = 'COMPLAINT' and c.state not in ('WITHDRAWN', 'MERGED') and c.dimension_code is not null
                               and c.received_at >= :sinceStart and c.received_at < :end
                            union all
                            select e.customer_id, e.dimension_code, 0, 1, 1 from expectation e
                             where e.state = 'NOT_MET' and e.dimension_code is not null and e.answered_on between :since and :to) x
                      join customer cu on cu.id = x.customer_id
                     where %s
                     group by 1, 2, 3, 4 having sum(x.complaints + x.not_met) > 1
                     order by weight desc, complaints desc, cu.id, x.dimension_code limit %d"""
                .formatted(mine, WORST))
            .params(params)
            .query((rs, i) -> new ReportFigures.Candidate(rs.getObject("id", UUID.class), rs.getString("name"),
                    rs.getString("name_en"), rs.getString("dimension_code"), rs.getLong("complaints"),
                    rs.getLong("not_met"), rs.getLong("weight")))
            .list();
    }

    /**
     * Grave complaints open at this moment, and commitments that are late or fall due
     * soon.
     */
    private List<ReportFigures.Waiting> waiting(DiagnosisFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        var mine = mine(filter, params);
        params.put("today", CompanyTime.today(clock));
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return jdbc
            .sql("""
                    select x.*, cu.name, cu.name_en, s.name as owner
                      from (select 'COMPLAINT' as kind, c.id, c.number, c.subject as words, c.customer_id, c.owner_id,
                                   cast(c.due_at at time zone :zone as date) as due_on, 0 as rank
                              from complaint c where (c.closed_at is null or c.closed_at > :now) and c.received_at <= :now
                               and c.kind = 'COMPLAINT' and c.state not in ('WITHDRAWN', 'MERGED') and c.grade <= 2
                            union all
                            select 'EXPECTATION', e.id, e.number, coalesce(e.understood, e.verbatim), e.customer_id, e.owner_id, e.committed_on, 1
                              from expectation e where e.state in ('COMMITTED', 'NOT_MET') and e.captured_at <= :now and e.committed_on <= cast(:today as date) + 30) x
                      join customer cu on cu.id = x.customer_id
                      left join staff s on s.id = x.owner_id
                     where %s
                     order by x.rank, x.due_on nulls last, x.id limit %d"""
                .formatted(mine, NEXT))
            .params(params)
            .query((rs, i) -> waiting(rs, CompanyTime.today(clock)))
            .list();
    }

    private static ReportFigures.Waiting waiting(ResultSet rs, LocalDate today) throws SQLException {
        var due = rs.getObject("due_on", LocalDate.class);
        return new ReportFigures.Waiting(rs.getString("kind"), rs.getObject("id", UUID.class), rs.getString("number"),
                rs.getString("words"), rs.getString("name"), rs.getString("name_en"), rs.getString("owner"), due,
                due != null && due.isBefore(today));
    }

    /** Whose figures, with {@code cu} as the customer. */
    private String mine(DiagnosisFilter filter, Map<String, @Nullable Object> params) {
        params.putAll(current.actor().scope().params());
        params.put("zone", CompanyTime.ZONE.getId());
        params.put("from", filter.from());
        params.put("to", filter.to());
        params.put("start", CompanyTime.startOf(filter.from()).atOffset(ZoneOffset.UTC));
        params.put("end", CompanyTime.startOf(filter.to().plusDays(1)).atOffset(ZoneOffset.UTC));
        var scope = current.actor().scope().sql("cu.id");
        var unit = filter.unit();
        if (unit == null) {
            return scope;
        }
        params.put("unit", unit.id());
        return scope + " and cu.unit_id in (select below.id from org_unit top join org_unit below"
                + " on starts_with(below.path, top.path) where top.id = :unit)";
    }

}
