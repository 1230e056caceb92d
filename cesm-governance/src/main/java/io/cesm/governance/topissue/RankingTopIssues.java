package io.cesm.governance.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.domain.topissue.PlacingTopIssues;
import io.cesm.domain.topissue.PlacingTopIssues.Placed;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueScope;
import io.cesm.domain.topissue.TopIssueState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ranks open TOP issues by the printed rule, for the company, each unit and each
 * customer, and keeps the places of every day.
 */
@Service
@Transactional
public class RankingTopIssues {

    private static final UUID COMPANY = new UUID(0, 0);

    private static final int KEPT = 50;

    private static final int DAYS_SHOWN = 6;

    private final PlacingTopIssues placing;

    private final Timeline timeline;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final Clock clock;

    RankingTopIssues(PlacingTopIssues placing, Timeline timeline, CurrentActor current, JdbcClient jdbc,
            JsonMapper json, Clock clock) {
        this.placing = placing;
        this.timeline = timeline;
        this.current = current;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The rule with the version it has. */
    public record Printed(RankingRule rule, long version) {
    }

    /** For whom is ranked. */
    public enum Level {

        COMPANY, UNIT, CUSTOMER

    }

    /**
     * A line of the ranking.
     *
     * @param before places on earlier days, latest first; null where it had none
     */
    public record Line(int place, TopIssueId issue, String number, String title, TopIssueState state,
            RankingRule.Points points, List<@Nullable Integer> before) {
    }

    /** A ranking of a day with the earlier days it is compared with. */
    public record Ranking(@Nullable LocalDate day, List<LocalDate> earlier, List<Line> lines) {
    }

    /** One open issue with what the rule looks at. */
    private record Rated(UUID issue, RankingRule.Points points, int records, List<UUID> customers, List<UUID> units) {
    }

    @Transactional(readOnly = true)
    public Printed rule() {
        return jdbc.sql("select rule, version from top_issue_ranking where id = 1")
            .query((rs, i) -> new Printed(json.readValue(rs.getString(1), RankingRule.class), rs.getLong(2)))
            .single();
    }

    /** Changes the rule; places change with the next ranking, which is made at once. */
    public void revise(long version, RankingRule rule) {
        current.actor().requireMay(Right.SETTINGS);
        var before = rule();
        StaleVersion.check(version, before.version());
        var judged = rule.judged();
        jdbc.sql("update top_issue_ranking set rule = cast(:rule as jsonb), version = version + 1 where id = 1")
            .param("rule", json.writeValueAsString(judged))
            .update();
        timeline.record(Change.of(new Subject("SETTING", COMPANY, "top_issue_ranking", null), "RANKING_CHANGED")
            .with("rule", json.writeValueAsString(before.rule()), json.writeValueAsString(judged)));
        snapshot();
    }

    /**
     * Ranks all open issues as of now and keeps the places of today; again today replaces
     * them.
     */
    public void snapshot() {
        var day = CompanyTime.today(clock);
        var rated = rated(rule().rule());
        jdbc.sql("delete from top_issue_place where day = ?").param(day).update();
        keep(day, Level.COMPANY, COMPANY, rated);
        by(rated, Rated::customers).forEach((customer, some) -> keep(day, Level.CUSTOMER, customer, some));
        by(rated, Rated::units).forEach((unit, some) -> keep(day, Level.UNIT, unit, some));
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < rated.size(); i++) {
            placed.add(new Placed(new TopIssueId(rated.get(i).issue()), i + 1, rated.get(i).points().score()));
        }
        placing.place(placed);
    }

    private static Map<UUID, List<Rated>> by(List<Rated> rated, java.util.function.Function<Rated, List<UUID>> key) {
        Map<UUID, List<Rated>> groups = new LinkedHashMap<>();
        rated
            .forEach(it -> key.apply(it).forEach(each -> groups.computeIfAbsent(each, k -> new ArrayList<>()).add(it)));
        return groups;
    }

    private void keep(LocalDate day, Level level, UUID scope, List<Rated> rated) {
        int place = 0;
        for (var each : rated.subList(0, Math.min(KEPT, rated.size()))) {
            jdbc.sql(
                    """
                            insert into top_issue_place (day, level, scope_id, place, issue_id, score, frequency, severity, value)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(day, level.name(), scope, ++place, each.issue(), each.points().score(),
                        each.points().frequency(), each.points().severity(), each.points().value())
                .update();
        }
    }

    private List<Rated> rated(RankingRule rule) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rated = jdbc
            .sql("""
                    select t.id, count(e.id) as records, min(e.severity) as gravest,
                           greatest(coalesce(t.stake_value, 0), (select coalesce(sum(ct.annual_value), 0) from customer_tier ct
                               where ct.valid_to is null and ct.customer_id in
                                     (select x.customer_id from top_issue_customer x where x.issue_id = t.id and x.left_at is null))) as amount,
                           array(select distinct x.customer_id from top_issue_customer x where x.issue_id = t.id and x.left_at is null) as customers,
                           array(select distinct a.id from top_issue_customer x join customer c on c.id = x.customer_id
                                   join org_unit u on u.id = c.unit_id join org_unit a on u.path like a.path || '%'
                                  where x.issue_id = t.id and x.left_at is null) as units
                      from top_issue t
                      left join top_issue_evidence e on e.issue_id = t.id and e.happened_on > :since and e.happened_on <= :today
                     where t.nominated_at <= :now and (t.closed_at is null or t.closed_at > :now) and t.state <> 'WITHDRAWN'
                     group by t.id order by t.id""")
            .param("since", CompanyTime.today(clock).minusDays(rule.days()))
            .param("today", CompanyTime.today(clock))
            .param("now", now)
            .query((rs, i) -> {
                BigDecimal amount = rs.getBigDecimal("amount");
                var records = rs.getInt("records");
                return new Rated(requireNonNull(rs.getObject("id", UUID.class)),
                        rule.points(records, rs.getObject("gravest", Integer.class), amount), records,
                        Arrays.asList((UUID[]) rs.getArray("customers").getArray()),
                        Arrays.asList((UUID[]) rs.getArray("units").getArray()));
            })
            .list();
        return rated.stream()
            .sorted(Comparator.comparingInt((Rated it) -> -it.points().score())
                .thenComparingInt(it -> -it.records())
                .thenComparing(Rated::issue))
            .toList();
    }

    /**
     * The last ranking of a level with the days before; issues the reader does not see
     * are left out.
     */
    @Transactional(readOnly = true)
    public Ranking latest(Level level, @Nullable UUID scope, int most) {
        var where = scope == null ? COMPANY : scope;
        var days = jdbc
            .sql("select distinct day from top_issue_place where level = ? and scope_id = ? order by day desc limit 60")
            .params(level.name(), where)
            .query((rs, i) -> requireNonNull(rs.getObject(1, LocalDate.class)))
            .list();
        if (days.isEmpty()) {
            return new Ranking(null, List.of(), List.of());
        }
        var earlier = spread(days);
        var seen = current.actor().scope();
        var lines = jdbc
            .sql("""
                    select p.*, t.number, t.title, t.state,
                           array(select b.place from unnest(cast(:earlier as date[])) with ordinality d(day, n)
                                   left join top_issue_place b on b.day = d.day and b.level = p.level and b.scope_id = p.scope_id
                                        and b.issue_id = p.issue_id order by d.n) as before
                      from top_issue_place p join top_issue t on t.id = p.issue_id
                     where p.level = :level and p.scope_id = :scope and p.day = :day and p.place <= :most and\s"""
                    + TopIssueScope.sql(seen, "t.id") + " order by p.place")
            .param("earlier", earlier.stream().map(LocalDate::toString).toArray(String[]::new))
            .param("level", level.name())
            .param("scope", where)
            .param("day", days.getFirst())
            .param("most", most)
            .params(seen.params())
            .query((rs, i) -> new Line(rs.getInt("place"), new TopIssueId(rs.getObject("issue_id", UUID.class)),
                    rs.getString("number"), rs.getString("title"), TopIssueState.valueOf(rs.getString("state")),
                    new RankingRule.Points(rs.getInt("frequency"), rs.getInt("severity"), rs.getInt("value")),
                    Arrays.asList((Integer[]) rs.getArray("before").getArray())))
            .list();
        return new Ranking(days.getFirst(), earlier, lines);
    }

    /** Some earlier days, about a week apart. */
    private static List<LocalDate> spread(List<LocalDate> days) {
        var chosen = new ArrayList<LocalDate>();
        var last = days.getFirst();
        for (var day : days) {
            if (chosen.size() < DAYS_SHOWN && !day.isAfter(last.minusDays(6))) {
                chosen.add(day);
                last = day;
            }
        }
        return chosen;
    }

}
