package io.cesm.domain.level;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.people.CurrentActor;

/**
 * The reading door to the four levels, within the scope of whoever asks.
 * <p>
 * Which readings count: those of the days of the period, and of each source (per
 * customer, dimension and level) only the latest of them. A level is their weighted mean
 * {@code Σwv / Σw}; a level without a reading is missing. A customer may be taken
 * together with the companies and sites below it, as far as they are in scope. Each
 * question is one statement and needs no transaction of its own.
 */
@Service
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class LevelBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    LevelBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** The levels of one customer, alone or with all below it. */
    public LevelsOverview of(CustomerId customer, boolean below, LevelPeriod period) {
        return asking(customer, below, period).ask(jdbc);
    }

    /** The same as a question. */
    public Question<LevelsOverview> asking(CustomerId customer, boolean below, LevelPeriod period) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("customer", customer.id());
        params.put("from", period.from());
        params.put("to", period.to());
        return new Question<>(LevelSql.tree(scope, below) + """
                , counting as (
                    select distinct on (r.source_id, r.customer_id, r.dimension_code, r.level)
                           r.dimension_code, r.level, r.value, r.weight, r.n
                      from level_reading r
                     where r.customer_id in (select id from tree) and r.read_on between :from and :to
                     order by r.source_id, r.customer_id, r.dimension_code, r.level, r.read_on desc)
                select c.dimension_code, c.level, sum(c.weight * c.value) as weighted, sum(c.weight) as weight,
                       sum(c.n) as n, count(*) as readings
                  from counting c join dimension d on d.code = c.dimension_code
                 group by c.dimension_code, c.level, d.sort
                 order by d.sort, c.dimension_code, c.level
                """, params, rs -> {
            var sums = new ArrayList<LevelSum>();
            while (rs.next()) {
                sums.add(LevelSum.read(rs, sums.size()));
            }
            return LevelsOverview.of(LevelSum.dimensions(sums));
        });
    }

    /**
     * The levels of several customers, each alone; customers without readings are not in
     * the map.
     */
    public Map<CustomerId, LevelsOverview> of(Collection<CustomerId> customers, LevelPeriod period) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        var scope = current.actor().scope();
        Map<CustomerId, List<LevelSum>> sums = jdbc.sql("""
                with counting as (
                    select distinct on (r.source_id, r.customer_id, r.dimension_code, r.level)
                           r.customer_id, r.dimension_code, r.level, r.value, r.weight, r.n
                      from level_reading r
                     where r.customer_id = any(:customers) and r.read_on between :from and :to
                       and %s
                     order by r.source_id, r.customer_id, r.dimension_code, r.level, r.read_on desc)
                select c.customer_id, c.dimension_code, c.level, sum(c.weight * c.value) as weighted,
                       sum(c.weight) as weight, sum(c.n) as n, count(*) as readings
                  from counting c join dimension d on d.code = c.dimension_code
                 group by c.customer_id, c.dimension_code, c.level, d.sort
                 order by d.sort, c.dimension_code, c.level
                """.formatted(scope.sql("r.customer_id")))
            .param("customers", customers.stream().map(CustomerId::id).toArray(UUID[]::new))
            .param("from", period.from())
            .param("to", period.to())
            .params(scope.params())
            .query((row, i) -> Map.entry(new CustomerId(row.getObject("customer_id", UUID.class)),
                    LevelSum.read(row, i)))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return sums.entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> LevelsOverview.of(LevelSum.dimensions(it.getValue()))));
    }

    /**
     * The levels of the quarters up to the one of this day, oldest first; a quarter
     * without readings is there with all levels missing.
     */
    public List<QuarterLevels> trend(CustomerId customer, boolean below, LocalDate until, int quarters) {
        var periods = new ArrayList<LevelPeriod>();
        for (int back = quarters - 1; back >= 0; back--) {
            periods.add(LevelPeriod.quarterOf(until.minusMonths(3L * back)));
        }
        var scope = current.actor().scope();
        Map<String, List<LevelSum>> sums = new LinkedHashMap<>();
        jdbc.sql(LevelSql.tree(scope, below) + """
                , counting as (
                    select distinct on (q.quarter, r.source_id, r.customer_id, r.dimension_code, r.level)
                           q.quarter, r.dimension_code, r.level, r.value, r.weight, r.n
                      from level_reading r
                      cross join lateral (select to_char(r.read_on, 'YYYY"Q"Q') as quarter) q
                     where r.customer_id in (select id from tree) and r.read_on between :from and :to
                     order by q.quarter, r.source_id, r.customer_id, r.dimension_code, r.level, r.read_on desc)
                select c.quarter, c.dimension_code, c.level, sum(c.weight * c.value) as weighted,
                       sum(c.weight) as weight, sum(c.n) as n, count(*) as readings
                  from counting c join dimension d on d.code = c.dimension_code
                 group by c.quarter, c.dimension_code, c.level, d.sort
                 order by d.sort, c.dimension_code, c.level
                """)
            .param("customer", customer.id())
            .param("from", periods.getFirst().from())
            .param("to", periods.getLast().to())
            .params(scope.params())
            .query((row, i) -> Map.entry(row.getString("quarter"), LevelSum.read(row, i)))
            .list()
            .forEach(it -> sums.computeIfAbsent(it.getKey(), quarter -> new ArrayList<>()).add(it.getValue()));
        return periods.stream()
            .map(it -> new QuarterLevels(it,
                    LevelsOverview.of(LevelSum.dimensions(sums.getOrDefault(it.code(), List.of())))))
            .toList();
    }

}
