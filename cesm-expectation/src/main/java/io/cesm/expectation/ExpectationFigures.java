package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts over the register for those who watch the process; one statement each, always
 * within the scope of whoever asks. What the counts mean is judged elsewhere.
 */
@Service
@Transactional(readOnly = true)
public class ExpectationFigures {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ExpectationFigures(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** How many open expectations of a tier and state were noted so many days ago. */
    public record AgeCount(@Nullable Integer tier, ExpectationState state, int days, long count) {
    }

    /**
     * How many customers of a tier there are, and at how many something is expected.
     *
     * @param covered with an expectation said in the time, or still open; neither
     * withdrawn nor merged
     * @param deciders their active contacts who decide
     * @param asked of whom something was said in the time
     */
    public record CoverageCount(@Nullable Integer tier, long customers, long covered, long deciders, long asked) {
    }

    /**
     * What is not fulfilled in a flow.
     *
     * @param open all open ones
     * @param notMet open ones of which the customer said that they were not met
     * @param overdue open ones past their due date
     * @param either those in at least one of the two
     */
    public record UnfulfilledCount(@Nullable Flow flow, long open, long notMet, long overdue, long either) {
    }

    /**
     * Commitments of a tier that fell due, and how many of them were delivered on time.
     */
    public record FulfilmentCount(@Nullable Integer tier, long due, long onTime) {
    }

    /**
     * The gap of one customer over its expectation records.
     *
     * @param weighted {@code Σ wρ(P − E)}
     * @param weight {@code Σ wρ}
     */
    public record GapSum(CustomerId customer, String number, String name, @Nullable String nameEn,
            @Nullable Integer tier, BigDecimal weighted, BigDecimal weight, long n) {
    }

    /** Open expectations by tier, state and age in days. */
    public List<AgeCount> ages(FiguresFilter filter, LocalDate today) {
        var sql = FiguresSql.of(filter, current.actor().scope());
        return jdbc.sql("""
                select c.tier, a.state, a.days, sum(a.count) as count
                  from (select e.customer_id, e.state,
                               :today - cast(e.captured_at at time zone :zone as date) as days,
                               count(*) as count
                          from expectation e
                         where e.closed_at is null and %s
                         group by 1, 2, 3) a
                  join customer c on c.id = a.customer_id
                 where %s
                 group by 1, 2, 3
                """.formatted(sql.expectations(), sql.customers()))
            .params(sql.params())
            .param("today", today)
            .param("zone", CompanyTime.ZONE.getId())
            .query((row, i) -> new AgeCount(row.getObject("tier", Integer.class),
                    ExpectationState.valueOf(row.getString("state")), Math.max(0, row.getInt("days")),
                    row.getLong("count")))
            .list();
    }

    /** Customers and their deciders, and who of them was heard since a day. */
    public List<CoverageCount> coverage(FiguresFilter filter, LocalDate since) {
        var sql = FiguresSql.of(filter, current.actor().scope());
        return jdbc.sql("""
                with mine as (select c.id, c.tier from customer c where c.status = 'CUSTOMER' and %1$s),
                heard as (
                    select e.customer_id, e.contact_id, max(e.said_on) as said_on,
                           bool_or(e.state not in ('WITHDRAWN', 'MERGED')
                                   and (e.closed_at is null or e.said_on >= :since)) as live
                      from expectation e where %2$s and (e.closed_at is null or e.said_on >= :since)
                     group by e.customer_id, e.contact_id),
                covered as (select h.customer_id from heard h where h.live group by h.customer_id),
                deciders as (
                    select k.customer_id, count(*) as all_of_them,
                           count(*) filter (where exists (select 1 from heard h
                                                           where h.contact_id = k.id and h.said_on >= :since)) as asked
                      from contact k
                     where k.decision_role = 'DECISION_MAKER' and k.active and k.merged_into is null
                     group by k.customer_id)
                select m.tier, count(*) as customers, count(v.customer_id) as covered,
                       coalesce(sum(d.all_of_them), 0) as deciders, coalesce(sum(d.asked), 0) as asked
                  from mine m
                  left join covered v on v.customer_id = m.id
                  left join deciders d on d.customer_id = m.id
                 group by m.tier
                """.formatted(sql.customers(), sql.expectations()))
            .params(sql.params())
            .param("since", since)
            .query((row, i) -> new CoverageCount(row.getObject("tier", Integer.class), row.getLong("customers"),
                    row.getLong("covered"), row.getLong("deciders"), row.getLong("asked")))
            .list();
    }

    /** Open expectations by flow, and which of them are not met or overdue. */
    public List<UnfulfilledCount> unfulfilled(FiguresFilter filter, LocalDate today) {
        var sql = FiguresSql.of(filter, current.actor().scope());
        return jdbc.sql("""
                select e.flow, count(*) as open,
                       count(*) filter (where e.state = 'NOT_MET') as not_met,
                       count(*) filter (where e.due_on < :today) as overdue,
                       count(*) filter (where e.state = 'NOT_MET' or e.due_on < :today) as either
                  from expectation e join customer c on c.id = e.customer_id
                 where e.closed_at is null and %s and %s
                 group by e.flow
                """.formatted(sql.expectations(), sql.customers()))
            .params(sql.params())
            .param("today", today)
            .query((row, i) -> new UnfulfilledCount(flow(row.getString("flow")), row.getLong("open"),
                    row.getLong("not_met"), row.getLong("overdue"), row.getLong("either")))
            .list();
    }

    /** Commitments that fell due from one day to another. */
    public List<FulfilmentCount> fulfilment(FiguresFilter filter, LocalDate from, LocalDate to) {
        var sql = FiguresSql.of(filter, current.actor().scope());
        return jdbc.sql("""
                select c.tier, count(*) as due,
                       count(*) filter (where e.state in ('DELIVERED', 'CONFIRMED')
                          and cast(e.delivered_at at time zone :zone as date) <= e.committed_on) as on_time
                  from expectation e join customer c on c.id = e.customer_id
                 where e.committed_on between :from and :to
                   and e.state in ('COMMITTED', 'DELIVERED', 'NOT_MET', 'CONFIRMED') and %s and %s
                 group by c.tier
                """.formatted(sql.expectations(), sql.customers()))
            .params(sql.params())
            .param("zone", CompanyTime.ZONE.getId())
            .param("from", from)
            .param("to", to)
            .query((row, i) -> new FulfilmentCount(row.getObject("tier", Integer.class), row.getLong("due"),
                    row.getLong("on_time")))
            .list();
    }

    /**
     * The gap of each customer over expectations whose perceived level was told since a
     * day, the greatest loss first.
     */
    public List<GapSum> gaps(FiguresFilter filter, LocalDate since) {
        var sql = FiguresSql.of(filter, current.actor().scope());
        return jdbc.sql("""
                select c.id, c.number, c.name, c.name_en, c.tier, g.weighted, g.weight, g.n
                  from (select e.customer_id, count(*) as n,
                               sum(coalesce(e.importance, %3$d) * k.role_weight
                                   * (e.perceived_level - e.expected_level)) as weighted,
                               sum(coalesce(e.importance, %3$d) * k.role_weight) as weight
                          from expectation e join contact k on k.id = e.contact_id
                         where e.perceived_level is not null and e.expected_level is not null
                           and e.answered_on >= :since and e.state not in ('WITHDRAWN', 'MERGED') and %1$s
                         group by e.customer_id) g
                  join customer c on c.id = g.customer_id
                 where %2$s
                 order by g.weighted / g.weight, c.name_key, c.id
                """.formatted(sql.expectations(), sql.customers(), Classification.USUAL_IMPORTANCE))
            .params(sql.params())
            .param("since", since)
            .query((row, i) -> new GapSum(new CustomerId(row.getObject("id", UUID.class)), row.getString("number"),
                    row.getString("name"), row.getString("name_en"), row.getObject("tier", Integer.class),
                    row.getBigDecimal("weighted"), row.getBigDecimal("weight"), row.getLong("n")))
            .list();
    }

    private static @Nullable Flow flow(@Nullable String name) {
        return (name == null) ? null : Flow.valueOf(name);
    }

}
