package io.cesm.governance.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.figures.Moments;
import io.cesm.satisfaction.figures.ServiceGap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of the seven gaps lets customers down, by flow: counted over complaints, followed
 * up answers, expectations and TOP issues; single cases can be judged otherwise than the
 * rule.
 */
@Service
@Transactional(readOnly = true)
public class DiagnosingGaps {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    DiagnosingGaps(JdbcClient jdbc, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The last twelve months, today included. */
    public DiagnosisFilter usual() {
        var today = CompanyTime.today(clock);
        return new DiagnosisFilter(null, null, null, today.minusMonths(12).plusDays(1), today);
    }

    public GapMatrix matrix(DiagnosisFilter filter) {
        var sql = sql(filter);
        var counts = new ArrayList<GapMatrix.Count>();
        long[] undiagnosed = { 0 };
        jdbc.sql(sql.with()
                + " select g.flow, g.gap, g.source, count(*) as n from g join customer cu on cu.id = g.customer_id"
                + " where " + where(filter, sql) + " group by 1, 2, 3")
            .params(sql.params())
            .query((rs, i) -> {
                var gap = rs.getString("gap");
                if (gap == null) {
                    undiagnosed[0] += rs.getLong("n");
                }
                else {
                    counts.add(new GapMatrix.Count(flow(rs.getString("flow")), ServiceGap.valueOf(gap),
                            CaseSource.valueOf(rs.getString("source")), rs.getLong("n")));
                }
                return i;
            })
            .list();
        return new GapMatrix(counts, undiagnosed[0]);
    }

    /**
     * The cases behind a figure, the latest first.
     * @param flow null for every flow
     * @param unspoken those of whom nobody said the flow
     */
    public Slice<GapCase> cases(DiagnosisFilter filter, @Nullable ServiceGap gap, @Nullable Flow flow, boolean unspoken,
            @Nullable CaseSource source, int size, @Nullable String cursor) {
        var sql = sql(filter);
        var where = new StringBuilder(where(filter, sql)).append(" and g.gap is not null");
        if (gap != null) {
            where.append(" and g.gap = :gap");
            sql.params().put("gap", gap.name());
        }
        if (unspoken) {
            where.append(" and g.flow is null");
        }
        else if (flow != null) {
            where.append(" and g.flow = :flow");
            sql.params().put("flow", flow.name());
        }
        if (source != null) {
            where.append(" and g.source = :source");
            sql.params().put("source", source.name());
        }
        var after = Cursor.parse(cursor, 2);
        if (after != null) {
            where.append(" and (g.day, g.id) < (:day, :key)");
            sql.params().put("day", after.date(0));
            sql.params().put("key", after.uuid(1));
        }
        var rows = jdbc
            .sql(sql.with() + " select g.*, cu.name as customer_name, cu.name_en as customer_name_en from g"
                    + " join customer cu on cu.id = g.customer_id where " + where
                    + " order by g.day desc, g.id desc limit " + (size + 1))
            .params(sql.params())
            .query((rs, i) -> row(rs))
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.on(), it.id()));
    }

    /** What was measured in each dimension beside what was diagnosed, the worst first. */
    public List<DimensionDiagnosis> dimensions(DiagnosisFilter filter) {
        var sql = sql(filter);
        var where = where(filter, sql);
        return jdbc
            .sql(sql.with()
                    + """
                            , levels as (
                                select l.dimension_code, l.customer_id,
                                       sum(l.value * l.weight * l.n) filter (where l.level = 'P') / nullif(sum(l.weight * l.n) filter (where l.level = 'P'), 0)
                                     - sum(l.value * l.weight * l.n) filter (where l.level = 'E') / nullif(sum(l.weight * l.n) filter (where l.level = 'E'), 0) as gap
                                  from level_reading l join customer cu on cu.id = l.customer_id
                                 where l.read_on between :from and :to and l.level in ('E', 'P') and %1$s
                                 group by 1, 2),
                            measured as (select dimension_code, count(gap) as n, coalesce(sum(gap), 0) as total,
                                                coalesce(sum(gap * gap), 0) as squares
                                           from levels where gap is not null group by 1),
                            found as (select g.dimension_code, g.gap, count(*) as n from g join customer cu on cu.id = g.customer_id
                                       where g.gap is not null and g.dimension_code is not null and %2$s group by 1, 2)
                            select d.code, coalesce(m.n, 0) as n, coalesce(m.total, 0) as total, coalesce(m.squares, 0) as squares,
                                   (select coalesce(sum(f.n), 0) from found f where f.dimension_code = d.code) as cases,
                                   (select f.gap from found f where f.dimension_code = d.code order by f.n desc, f.gap limit 1) as leading
                              from dimension d left join measured m on m.dimension_code = d.code
                             where d.active
                             order by case when m.n > 0 then m.total / m.n end nulls last, d.sort
                            """
                        .formatted(GapSql.customers(filter, current.actor(), sql.params()), where))
            .params(sql.params())
            .query((rs, i) -> dimension(rs))
            .list()
            .stream()
            .filter(it -> it.gap().known() || it.cases() > 0)
            .toList();
    }

    /** Judges a case otherwise than its rule does. */
    @Transactional
    public void judge(CaseSource source, UUID id, ServiceGap gap, @Nullable String because) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var text = Texts.required(because, 500, "because");
        var number = require(source, id);
        var before = jdbc.sql("select gap from gap_judgement where source = ? and record_id = ?")
            .params(source.name(), id)
            .query(String.class)
            .optional()
            .orElse(null);
        jdbc.sql(
                """
                        insert into gap_judgement (source, record_id, gap, because, judged_by, judged_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (source, record_id) do update set gap = excluded.gap, because = excluded.because,
                               judged_by = excluded.judged_by, judged_at = excluded.judged_at""")
            .params(source.name(), id, gap.name(), text, current.actor().requireStaff().id(),
                    clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        timeline.record(Change.of(new Subject(source.name(), id, number, null), "GAP_JUDGED")
            .with("gap", before, gap.name())
            .with("because", null, text));
    }

    public List<GapRule> rules() {
        return jdbc.sql("select * from gap_rule order by source, code, flow")
            .query((rs, i) -> new GapRule(CaseSource.valueOf(rs.getString("source")), rs.getString("code"),
                    rs.getString("flow").equals("ANY") ? null : Flow.valueOf(rs.getString("flow")),
                    ServiceGap.valueOf(rs.getString("gap"))))
            .list();
    }

    /**
     * Says which gap a cause points to.
     * @param gap null takes the line away, for one flow only
     */
    @Transactional
    public void rule(CaseSource source, String code, @Nullable Flow flow, @Nullable ServiceGap gap) {
        current.actor().requireMay(Right.SETTINGS);
        if (rules().stream().noneMatch(it -> it.source() == source && it.code().equals(code)) && !known(source, code)) {
            throw new UnknownThing();
        }
        var name = (flow == null) ? "ANY" : flow.name();
        var before = jdbc.sql("select gap from gap_rule where source = ? and code = ? and flow = ?")
            .params(source.name(), code, name)
            .query(String.class)
            .optional()
            .orElse(null);
        var after = (gap == null) ? null : gap.name();
        if (java.util.Objects.equals(before, after)) {
            return;
        }
        if (gap == null) {
            jdbc.sql("delete from gap_rule where source = ? and code = ? and flow = ?")
                .params(source.name(), code, name)
                .update();
        }
        else {
            jdbc.sql("""
                    insert into gap_rule (source, code, flow, gap) values (?, ?, ?, ?)
                    on conflict (source, code, flow) do update set gap = excluded.gap""")
                .params(source.name(), code, name, gap.name())
                .update();
        }
        timeline.record(
                Change
                    .of(new Subject("SETTING", UUID.nameUUIDFromBytes(("gap" + source + code).getBytes()), code, null),
                            "GAP_RULE_REVISED")
                    .with("flow", null, name)
                    .with("gap", before, after));
    }

    private boolean known(CaseSource source, String code) {
        return source == CaseSource.FOLLOW_UP && jdbc.sql("select count(*) from cause_class where code = ?")
            .param(code)
            .query(Long.class)
            .single() > 0;
    }

    /** The number of a case the one who asks may see. */
    private String require(CaseSource source, UUID id) {
        var scope = current.actor().scope();
        var sql = switch (source) {
            case COMPLAINT -> "select x.number from complaint x where x.id = :id and " + scope.sql("x.customer_id");
            case FOLLOW_UP -> "select x.number from follow_up x where x.id = :id and "
                    + (current.actor().may(Right.CONFIDENTIAL_READ) ? "" : "not x.confidential and ")
                    + scope.sql("x.customer_id");
            case TOP_ISSUE -> "select x.number from top_issue x where x.id = :id and " + scope.sql("x.customer_id");
            case EXPECTATION -> "select x.number from expectation x where x.id = :id and " + scope.sql("x.customer_id");
        };
        return jdbc.sql(sql)
            .param("id", id)
            .params(scope.params())
            .query(String.class)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private GapSql sql(DiagnosisFilter filter) {
        return GapSql.of(filter, current.actor(), CompanyTime.today(clock));
    }

    private String where(DiagnosisFilter filter, GapSql sql) {
        var where = GapSql.customers(filter, current.actor(), sql.params());
        if (filter.dimension() == null) {
            return where;
        }
        sql.params().put("dimension", filter.dimension());
        return where + " and g.dimension_code = :dimension";
    }

    private static GapCase row(ResultSet rs) throws SQLException {
        return new GapCase(CaseSource.valueOf(rs.getString("source")), rs.getObject("id", UUID.class),
                rs.getString("number"), rs.getString("words"), new CustomerId(rs.getObject("customer_id", UUID.class)),
                rs.getString("customer_name"), rs.getString("customer_name_en"), flow(rs.getString("flow")),
                rs.getObject("day", LocalDate.class), ServiceGap.valueOf(rs.getString("gap")), rs.getString("because"));
    }

    private static DimensionDiagnosis dimension(ResultSet rs) throws SQLException {
        var moments = Moments.ofSums(rs.getLong("n"), rs.getDouble("total"), rs.getDouble("squares"));
        var leading = rs.getString("leading");
        return new DimensionDiagnosis(rs.getString("code"),
                Mean.of(moments, FigureMethod.GAP_PAIRED_T, Confidence.NINETY_FIVE),
                Comparing.paired(moments, Confidence.NINETY_FIVE), rs.getLong("cases"),
                leading == null ? null : ServiceGap.valueOf(leading));
    }

    private static @Nullable Flow flow(@Nullable String name) {
        return (name == null) ? null : Flow.valueOf(name);
    }

}
