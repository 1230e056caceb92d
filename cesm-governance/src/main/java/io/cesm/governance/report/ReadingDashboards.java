package io.cesm.governance.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.figures.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of dashboards, as far as the one who asks may see them. */
@Service
@Transactional(readOnly = true)
public class ReadingDashboards {

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    ReadingDashboards(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /** The last twelve months, this one included, in one statement. */
    public List<MonthFigures> months(@Nullable UnitId unit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        var mine = mine(unit, params);
        var today = CompanyTime.today(clock);
        var first = today.withDayOfMonth(1).minusMonths(MONTHS - 1L);
        params.put("first", first);
        params.put("today", today);
        params.put("start", CompanyTime.startOf(first).atOffset(ZoneOffset.UTC));
        return jdbc
            .sql("""
                    with cu as (select cu.id from customer cu where %1$s),
                    months as (select cast(m as date) as month from generate_series(cast(:first as date), cast(:today as date), interval '1 month') m),
                    level as (select month, count(*) as n, sum(p) as total, sum(p * p) as squares
                                from (select cast(date_trunc('month', l.read_on) as date) as month, l.customer_id,
                                             sum(l.value * l.weight * l.n) / sum(l.weight * l.n) as p
                                        from level_reading l join cu on cu.id = l.customer_id
                                       where l.level = 'P' and l.read_on >= :first group by 1, 2) each group by 1),
                    answers as (select cast(date_trunc('month', r.answered_on) as date) as month, count(*) as n
                                  from counting_answer r join cu on cu.id = r.customer_id where r.answered_on >= :first group by 1),
                    came as (select cast(date_trunc('month', x.received_at at time zone :zone) as date) as month, count(*) as n
                               from complaint x join cu on cu.id = x.customer_id
                              where x.kind = 'COMPLAINT' and x.state not in ('WITHDRAWN', 'MERGED') and x.received_at >= :start group by 1),
                    done as (select cast(date_trunc('month', x.resolved_at at time zone :zone) as date) as month,
                                    count(*) filter (where k.state in ('MET', 'LATE')) as timed, count(*) filter (where k.state = 'MET') as in_time
                               from complaint x join cu on cu.id = x.customer_id
                               join complaint_clock k on k.complaint_id = x.id and k.kind = 'RESOLUTION'
                              where x.kind = 'COMPLAINT' and x.state not in ('WITHDRAWN', 'MERGED') and x.resolved_at >= :start group by 1),
                    followed as (select cast(date_trunc('month', f.closed_at at time zone :zone) as date) as month, count(*) as n,
                                        count(*) filter (where coalesce(f.contacted_at, f.closed_at) <= f.due_at) as in_time
                                   from follow_up f join cu on cu.id = f.customer_id where f.closed_at >= :start and %2$s group by 1),
                    kept as (select cast(date_trunc('month', e.committed_on) as date) as month, count(*) as due,
                                    count(*) filter (where e.state in ('DELIVERED', 'CONFIRMED')
                                        and cast(e.delivered_at at time zone :zone as date) <= e.committed_on) as on_time
                               from expectation e join cu on cu.id = e.customer_id
                              where e.committed_on between :first and cast(:today as date) - 1 and e.state in ('COMMITTED', 'DELIVERED', 'NOT_MET', 'CONFIRMED') group by 1)
                    select m.month, coalesce(l.n, 0) as n, coalesce(l.total, 0) as total, coalesce(l.squares, 0) as squares,
                           coalesce(a.n, 0) as answers, coalesce(c.n, 0) as complaints, coalesce(d.timed, 0) as timed,
                           coalesce(d.in_time, 0) as in_time, coalesce(f.n, 0) as followed, coalesce(f.in_time, 0) as followed_in_time,
                           coalesce(k.due, 0) as due, coalesce(k.on_time, 0) as on_time
                      from months m left join level l using (month) left join answers a using (month) left join came c using (month)
                      left join done d using (month) left join followed f using (month) left join kept k using (month)
                     order by m.month"""
                .formatted(mine, confidential("f")))
            .params(params)
            .query((rs, i) -> new MonthFigures(rs.getObject("month", LocalDate.class),
                    Moments.ofSums(rs.getLong("n"), rs.getDouble("total"), rs.getDouble("squares")),
                    rs.getLong("answers"), rs.getLong("complaints"), rs.getLong("timed"), rs.getLong("in_time"),
                    rs.getLong("followed"), rs.getLong("followed_in_time"), rs.getLong("due"), rs.getLong("on_time")))
            .list();
    }

    /** What is open now, in one statement. */
    public Standing standing(@Nullable UnitId unit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        var mine = mine(unit, params);
        var today = CompanyTime.today(clock);
        params.put("today", today);
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        params.put("year", today.minusMonths(12).plusDays(1));
        var scope = current.actor().scope();
        var packs = scope.everything() ? "true" : scope.units().isEmpty() ? "false" : "p.unit_id = any(:scopeUnits)";
        return jdbc
            .sql("""
                    with cu as (select cu.id, cu.tier, cu.status from customer cu where %1$s),
                    c as (select x.grade, x.due_at from complaint x join cu on cu.id = x.customer_id where x.closed_at is null and x.kind = 'COMPLAINT'),
                    f as (select x.due_at from follow_up x join cu on cu.id = x.customer_id where x.closed_at is null and %2$s),
                    e as (select x.state, x.committed_on from expectation x join cu on cu.id = x.customer_id where x.closed_at is null)
                    select (select count(*) from c) as complaints, (select count(*) from c where grade <= 2) as grave,
                           (select count(*) from c where due_at < :now) as late,
                           (select count(*) from f) as follow_ups, (select count(*) from f where due_at < :now) as late_follow_ups,
                           (select count(*) from e where state = 'CAPTURED') as to_clarify,
                           (select count(*) from e where state in ('COMMITTED', 'NOT_MET') and committed_on < :today) as late_commitments,
                           (select count(*) from report_pack p where p.state = 'DRAFT' and %3$s) as drafts,
                           (select count(*) from cu where tier <= 2 and status = 'CUSTOMER') as top,
                           (select count(*) from cu where tier <= 2 and status = 'CUSTOMER'
                               and exists (select from level_reading l where l.customer_id = cu.id and l.level = 'P' and l.read_on >= :year)) as heard,
                       (select count(*) from cu where status = 'CUSTOMER') as customers"""
                .formatted(mine, confidential("x"), packs))
            .params(params)
            .query((rs, i) -> new Standing(rs.getLong("complaints"), rs.getLong("grave"), rs.getLong("late"),
                    rs.getLong("follow_ups"), rs.getLong("late_follow_ups"), rs.getLong("to_clarify"),
                    rs.getLong("late_commitments"), rs.getLong("drafts"), rs.getLong("top"), rs.getLong("heard"),
                    rs.getLong("customers")))
            .single();
    }

    private String confidential(String alias) {
        return current.actor().may(Right.CONFIDENTIAL_READ) ? "true" : "not " + alias + ".confidential";
    }

    private String mine(@Nullable UnitId unit, Map<String, @Nullable Object> params) {
        params.putAll(current.actor().scope().params());
        params.put("zone", CompanyTime.ZONE.getId());
        var scope = current.actor().scope().sql("cu.id");
        if (unit == null) {
            return scope;
        }
        params.put("unit", unit.id());
        return scope + " and cu.unit_id in (select below.id from org_unit top join org_unit below"
                + " on starts_with(below.path, top.path) where top.id = :unit)";
    }

}
