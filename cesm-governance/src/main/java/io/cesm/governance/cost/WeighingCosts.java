package io.cesm.governance.cost;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.diagnosis.DiagnosisFilter;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.figures.Moments;
import io.cesm.satisfaction.figures.Nps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what improvements cost beside the change of the perceived level, customer by
 * customer, the time against the one of the same length before. That both go together is
 * no proof that one caused the other.
 */
@Service
@Transactional(readOnly = true)
public class WeighingCosts {

    private static final int MOST = 50;

    private static final Nps NOBODY = Nps.of(0, 0, 0);

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final List<CostSource> sources;

    WeighingCosts(JdbcClient jdbc, CurrentActor current, List<CostSource> sources) {
        this.jdbc = jdbc;
        this.current = current;
        this.sources = sources;
    }

    public CostPicture of(DiagnosisFilter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        var with = with(filter, params);
        long[] silent = { 0 };
        Map<Boolean, Sums> groups = new HashMap<>();
        jdbc.sql(
                with + """
                        , each as (select cu.id, coalesce(c.spent, 0) as spent, coalesce(c.cases, 0) as cases, p.now - p.was as gain
                                     from mine cu left join spent c on c.customer_id = cu.id left join felt p on p.customer_id = cu.id
                                    where c.customer_id is not null or p.now - p.was is not null)
                        select e.cases > 0 as paid, count(*) as customers, sum(e.spent) as spent, sum(e.cases) as cases,
                               count(e.gain) as n, coalesce(sum(e.gain), 0) as total, coalesce(sum(e.gain * e.gain), 0) as squares,
                               (select count(*) from silent) as silent
                          from each e group by 1""")
            .params(params)
            .query((rs, i) -> {
                silent[0] = rs.getLong("silent");
                groups.put(rs.getBoolean("paid"),
                        new Sums(rs.getLong("customers"), rs.getBigDecimal("spent"), rs.getLong("cases"), moments(rs)));
                return i;
            })
            .list();
        var recommend = recommend(with, params);
        var paid = groups.getOrDefault(true, Sums.NONE);
        var others = groups.getOrDefault(false, Sums.NONE);
        return new CostPicture(paid.spent(), paid.cases(), silent[0], paid.group(recommend.get(true)),
                others.group(recommend.get(false)),
                Comparing.welch(paid.moments(), others.moments(), Confidence.NINETY_FIVE), dimensions(with, params),
                customers(with, params));
    }

    /** How both kinds of customers would recommend us, in both times. */
    private Map<Boolean, CostPicture.Recommend> recommend(String with, Map<String, @Nullable Object> params) {
        Map<String, Nps> scores = new HashMap<>();
        jdbc.sql(
                with + """
                        , asks as materialized (
                            select v.id as version_id, q ->> 'id' as item from questionnaire_version v
                             cross join jsonb_path_query(v.definition, '$.pages[*].blocks[*].questions[*] ? (@.type == "NPS")') q),
                        marks as (
                            select r.customer_id, r.answered_on >= :from as late, cast(r.items ->> a.item as integer) as mark
                              from counting_answer r join asks a on a.version_id = r.version_id
                             where r.answered_on between :begin and :to and jsonb_typeof(r.items -> a.item) = 'number')
                        select c.customer_id is not null as paid, m.late, count(*) filter (where m.mark between 9 and 10) as promoters,
                               count(*) filter (where m.mark between 7 and 8) as passives, count(*) filter (where m.mark between 0 and 6) as detractors
                          from marks m join mine on mine.id = m.customer_id left join spent c on c.customer_id = m.customer_id
                         group by 1, 2""")
            .params(params)
            .query(rs -> {
                scores.put(rs.getBoolean("paid") + "/" + rs.getBoolean("late"),
                        Nps.of(rs.getLong("promoters"), rs.getLong("passives"), rs.getLong("detractors")));
            });
        return Map.of(true, recommend(scores, true), false, recommend(scores, false));
    }

    private static CostPicture.Recommend recommend(Map<String, Nps> scores, boolean paid) {
        var before = enough(scores.get(paid + "/false"));
        var now = enough(scores.get(paid + "/true"));
        return new CostPicture.Recommend(before.figure(), now.figure(), now.minus(before, Confidence.NINETY_FIVE));
    }

    /** So few answers are nobody's business. */
    private static Nps enough(@Nullable Nps score) {
        return (score == null || !score.figure().showing().visible()) ? NOBODY : score;
    }

    private List<CostPicture.Dimension> dimensions(String with, Map<String, @Nullable Object> params) {
        return jdbc
            .sql(with
                    + """
                            select d.code, coalesce(c.spent, 0) as spent, coalesce(c.cases, 0) as cases, g.was, g.now,
                                   coalesce(g.n, 0) as n, coalesce(g.total, 0) as total, coalesce(g.squares, 0) as squares
                              from dimension d
                              left join (select dimension_code, sum(amount) as spent, count(*) as cases from paid group by 1) c
                                     on c.dimension_code = d.code
                              left join (select dimension_code, avg(was) as was, avg(now) as now, count(*) as n, sum(now - was) as total,
                                                sum((now - was) * (now - was)) as squares
                                           from perceived where now is not null and was is not null group by 1) g on g.dimension_code = d.code
                             where d.active and (c.cases > 0 or g.n > 0)
                             order by c.spent desc nulls last, d.sort""")
            .params(params)
            .query((rs, i) -> {
                var moments = moments(rs);
                return new CostPicture.Dimension(rs.getString("code"), rs.getBigDecimal("spent"), rs.getLong("cases"),
                        number(rs, "was"), number(rs, "now"),
                        Mean.of(moments, FigureMethod.PAIRED_T, Confidence.NINETY_FIVE),
                        Comparing.paired(moments, Confidence.NINETY_FIVE));
            })
            .list();
    }

    private List<CostPicture.Customer> customers(String with, Map<String, @Nullable Object> params) {
        return jdbc.sql(with + """
                select cu.id, cu.name, cu.name_en, c.spent, c.cases, p.was, p.now
                  from spent c join mine cu on cu.id = c.customer_id left join felt p on p.customer_id = c.customer_id
                 order by c.spent desc, cu.id limit\s""" + MOST)
            .params(params)
            .query((rs, i) -> new CostPicture.Customer(new CustomerId(rs.getObject("id", UUID.class)),
                    rs.getString("name"), rs.getString("name_en"), rs.getBigDecimal("spent"), rs.getLong("cases"),
                    number(rs, "was"), number(rs, "now")))
            .list();
    }

    /** The customers, what was spent on them, and how they felt in both times. */
    private String with(DiagnosisFilter filter, Map<String, @Nullable Object> params) {
        params.putAll(current.actor().scope().params());
        params.put("zone", CompanyTime.ZONE.getId());
        params.put("from", filter.from());
        params.put("to", filter.to());
        params.put("begin", filter.before().from());
        var where = new StringBuilder(current.actor().scope().sql("cu.id"));
        if (filter.tier() != null) {
            where.append(" and cu.tier = :tier");
            params.put("tier", filter.tier());
        }
        var unit = filter.unit();
        if (unit != null) {
            where.append(" and cu.unit_id in (select below.id from org_unit top join org_unit below"
                    + " on starts_with(below.path, top.path) where top.id = :unit)");
            params.put("unit", unit.id());
        }
        var dimension = filter.dimension();
        if (dimension != null) {
            params.put("dimension", dimension);
        }
        var only = (dimension == null) ? "" : " and x.dimension_code = :dimension";
        return """
                with mine as (select cu.id, cu.name, cu.name_en from customer cu where %1$s),
                paid as (select x.* from (%2$s) x join mine on mine.id = x.customer_id where x.spent_on between :from and :to%4$s),
                silent as (select x.* from (%3$s) x join mine on mine.id = x.customer_id where x.spent_on between :from and :to%4$s),
                spent as (select customer_id, sum(amount) as spent, count(*) as cases from paid group by 1),
                perceived as (
                    select x.customer_id, x.dimension_code,
                           sum(x.value * x.weight * x.n) filter (where x.read_on >= :from) / nullif(sum(x.weight * x.n) filter (where x.read_on >= :from), 0) as now,
                           sum(x.value * x.weight * x.n) filter (where x.read_on < :from) / nullif(sum(x.weight * x.n) filter (where x.read_on < :from), 0) as was
                      from level_reading x join mine on mine.id = x.customer_id
                     where x.level = 'P' and x.read_on between :begin and :to%4$s group by 1, 2),
                felt as (select customer_id, avg(now) as now, avg(was) as was from perceived
                          where now is not null and was is not null group by 1)
                """
            .formatted(where, union(CostSource::sql), union(CostSource::silent), only);
    }

    private String union(Function<CostSource, String> part) {
        return sources.stream().map(part).collect(Collectors.joining(" union all "));
    }

    private static Moments moments(ResultSet rs) throws SQLException {
        return Moments.ofSums(rs.getLong("n"), rs.getDouble("total"), rs.getDouble("squares"));
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        var value = rs.getBigDecimal(column);
        return (value == null) ? null : value.doubleValue();
    }

    private record Sums(long customers, BigDecimal spent, long cases, Moments moments) {

        static final Sums NONE = new Sums(0, BigDecimal.ZERO, 0, Moments.ofSums(0, 0, 0));

        CostPicture.Group group(CostPicture.@Nullable Recommend recommend) {
            return new CostPicture.Group(customers, Mean.of(moments, FigureMethod.PAIRED_T, Confidence.NINETY_FIVE),
                    Comparing.paired(moments, Confidence.NINETY_FIVE), requireNonNull(recommend));
        }

    }

}
