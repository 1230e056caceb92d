package io.cesm.governance.attainment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitName;
import io.cesm.governance.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures about how complaints are answered, within the reach of the one who asks. A
 * clock counts when it was kept, missed, or is overdue now, each of its cycles for
 * itself; one that still runs in time or ended without need does not.
 */
@Component
@Transactional(readOnly = true)
public class ComplaintFigures {

    private static final int MOST = 300;

    private static final int MOST_HOLDINGS = 50_000;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final CalendarBook calendars;

    private final Clock clock;

    ComplaintFigures(JdbcClient jdbc, CurrentActor current, CalendarBook calendars, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Of whom a share of kept clocks is. */
    public enum Grouping {

        ALL, TIER, UNIT, PERSON

    }

    /**
     * How many clocks of one sort were kept.
     *
     * @param id of the unit or person, if it is one
     * @param tier if it is one
     */
    public record Kept(ClockKind clock, Grouping grouping, @Nullable UUID id, @Nullable Integer tier,
            @Nullable String name, long met, long late, Share share) {

        /** Whether the base is too small to compare. */
        public boolean isThin() {
            return share.n() < 30;
        }

    }

    /** How old open complaints of a tier are. */
    public record Ages(@Nullable Integer tier, boolean total, List<Long> bands, long n, long overdue) {
    }

    /** How late open complaints are, in open hours. */
    public record Lateness(long n, double p50, double p90) {
    }

    /** Somebody who had complaints, and for how long, in open hours. */
    public record Held(UUID staff, String name, long complaints, double hours, double longest, long now) {
    }

    /** Complaints that went from one to another. */
    public record Pass(UUID from, String fromName, UUID to, String toName, long count) {
    }

    /** A complaint that went from one to another, and when. */
    public record Passed(ComplaintId complaint, String number, String subject, Instant at, @Nullable String note) {
    }

    /** How many complaints changed hands how often. */
    public record HandOffs(Map<Integer, Long> byCount, long complaints, long all) {

        public double mean() {
            return complaints == 0 ? 0 : (double) all / complaints;
        }

    }

    /** Clocks kept: over all, by tier, by unit, by person. */
    public List<Kept> kept(ComplaintPeriod period) {
        var scope = current.actor().scope();
        var params = period.params(scope);
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        List<Kept> kept = new ArrayList<>();
        jdbc.sql("""
                with k as (select k.kind, u.tier, u.unit_id, c.owner_id,
                                  k.state = 'MET' as met
                             from (select complaint_id, kind, state, due_at from complaint_clock
                                   union all
                                   select complaint_id, kind, state, null from complaint_clock_gone) k
                             join complaint c on c.id = k.complaint_id
                             join customer u on u.id = c.customer_id
                            where (k.state in ('MET', 'LATE') or (k.state = 'RUNNING' and k.due_at < :now)) and
                """ + period.where(scope) + """
                )
                select k.kind, k.tier, k.unit_id, k.owner_id, grouping(k.tier, k.unit_id, k.owner_id) as how,
                       count(*) filter (where met) as met, count(*) filter (where not met) as late,
                       max(""" + UnitName.sql("o") + """
                      ) as unit_name, max(s.name) as staff_name
                 from k left join org_unit o on o.id = k.unit_id left join staff s on s.id = k.owner_id
                group by grouping sets ((k.kind), (k.kind, k.tier), (k.kind, k.unit_id), (k.kind, k.owner_id))""")
            .params(params)
            .query(rs -> {
                kept.add(kept(rs));
            });
        kept.sort(Comparator.comparing(Kept::clock)
            .thenComparing(Kept::grouping)
            .thenComparing(it -> it.tier() == null ? 9 : it.tier())
            .thenComparing(it -> -it.share().n())
            .thenComparing(it -> String.valueOf(it.name())));
        return kept.size() > 4 * MOST ? List.copyOf(kept.subList(0, 4 * MOST)) : kept;
    }

    private static Kept kept(ResultSet rs) throws SQLException {
        var how = switch (rs.getInt("how")) {
            case 3 -> Grouping.TIER;
            case 5 -> Grouping.UNIT;
            case 6 -> Grouping.PERSON;
            default -> Grouping.ALL;
        };
        var met = rs.getLong("met");
        var late = rs.getLong("late");
        return new Kept(ClockKind.valueOf(rs.getString("kind")), how,
                how == Grouping.UNIT ? rs.getObject("unit_id", UUID.class)
                        : how == Grouping.PERSON ? rs.getObject("owner_id", UUID.class) : null,
                how == Grouping.TIER ? rs.getObject("tier", Integer.class) : null,
                how == Grouping.UNIT ? rs.getString("unit_name")
                        : how == Grouping.PERSON ? rs.getString("staff_name") : null,
                met, late, new Share(met, met + late));
    }

    /**
     * Ages of what is open, by tier: up to 1, 3, 7, 30 days and more; the total last.
     */
    public List<Ages> ages(ComplaintPeriod period) {
        var scope = current.actor().scope();
        var params = period.params(scope);
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        List<Ages> ages = new ArrayList<>();
        jdbc.sql(
                """
                        with a as (select u.tier, extract(epoch from (cast(:now as timestamptz) - c.received_at)) / 86400 as days,
                                          c.due_at < :now as late
                                     from complaint c join customer u on u.id = c.customer_id
                                    where c.closed_at is null and
                        """
                        + period.where(scope)
                        + """
                                )
                                select tier, grouping(tier) as total, count(*) as n, count(*) filter (where late) as overdue,
                                       count(*) filter (where days <= 1) as b0, count(*) filter (where days > 1 and days <= 3) as b1,
                                       count(*) filter (where days > 3 and days <= 7) as b2,
                                       count(*) filter (where days > 7 and days <= 30) as b3, count(*) filter (where days > 30) as b4
                                  from a group by grouping sets ((tier), ()) order by total, tier nulls last""")
            .params(params)
            .query(rs -> {
                List<Long> bands = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    bands.add(rs.getLong("b" + i));
                }
                ages.add(new Ages(rs.getObject("tier", Integer.class), rs.getInt("total") == 1, bands, rs.getLong("n"),
                        rs.getLong("overdue")));
            });
        return ages;
    }

    /** How late what is overdue is, in open hours of the company. */
    public Lateness lateness(ComplaintPeriod period) {
        var scope = current.actor().scope();
        var params = period.params(scope);
        var now = clock.instant();
        params.put("now", now.atOffset(ZoneOffset.UTC));
        params.put("most", MOST_HOLDINGS);
        var time = time();
        var hours = jdbc
            .sql("select c.due_at from complaint c where c.closed_at is null and c.due_at < :now and "
                    + period.where(scope) + " limit :most")
            .params(params)
            .query((rs, i) -> hours(time, at(rs, "due_at"), now))
            .list()
            .stream()
            .sorted()
            .toList();
        return new Lateness(hours.size(), rank(hours, 50), rank(hours, 90));
    }

    private static double rank(List<Double> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /** Who held complaints for how long, who held most first. */
    public List<Held> held(ComplaintPeriod period) {
        var scope = current.actor().scope();
        var params = period.params(scope);
        params.put("most", MOST_HOLDINGS);
        var now = clock.instant();
        var time = time();
        Map<UUID, Sum> sums = new LinkedHashMap<>();
        jdbc.sql("select g.staff_id, s.name, g.complaint_id, g.since, g.until, c.closed_at from complaint_holding g"
                + " join complaint c on c.id = g.complaint_id join staff s on s.id = g.staff_id where "
                + period.where(scope) + " order by g.since desc limit :most")
            .params(params)
            .query(rs -> {
                var ended = at(rs, "closed_at");
                var until = at(rs, "until");
                var end = until != null ? until : ended != null ? ended : now;
                sums.computeIfAbsent(rs.getObject("staff_id", UUID.class), it -> new Sum())
                    .add(rs.getString("name"), rs.getObject("complaint_id", UUID.class),
                            hours(time, at(rs, "since"), end), until == null && ended == null);
            });
        return sums.entrySet()
            .stream()
            .map(it -> it.getValue().held(it.getKey()))
            .sorted(Comparator.comparingDouble(Held::hours).reversed())
            .limit(MOST)
            .toList();
    }

    /** Adds up the holdings of one person. */
    private static final class Sum {

        private final Map<UUID, Double> byComplaint = new HashMap<>();

        private String name = "";

        private double hours;

        private long now;

        void add(String who, UUID complaint, double much, boolean still) {
            name = who;
            hours += much;
            now += still ? 1 : 0;
            byComplaint.merge(complaint, much, Double::sum);
        }

        Held held(UUID staff) {
            var longest = byComplaint.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
            return new Held(staff, name, byComplaint.size(), hours, longest, now);
        }

    }

    /** Who passed complaints to whom, most first. */
    public List<Pass> passes(ComplaintPeriod period) {
        var scope = current.actor().scope();
        var params = period.params(scope);
        params.put("most", MOST);
        return jdbc
            .sql("""
                    with g as (select g.staff_id as receiver, lag(g.staff_id) over (partition by g.complaint_id order by g.since) as giver
                                 from complaint_holding g join complaint c on c.id = g.complaint_id where
                    """
                    + period.where(scope)
                    + """
                            )
                            select g.giver, f.name as giver_name, g.receiver, t.name as receiver_name, count(*) as n
                              from g join staff f on f.id = g.giver join staff t on t.id = g.receiver
                             group by g.giver, f.name, g.receiver, t.name order by n desc, giver_name, receiver_name limit :most""")
            .params(params)
            .query((rs, i) -> new Pass(rs.getObject("giver", UUID.class), rs.getString("giver_name"),
                    rs.getObject("receiver", UUID.class), rs.getString("receiver_name"), rs.getLong("n")))
            .list();
    }

    /** The complaints that went from one to another, latest first. */
    public List<Passed> passed(ComplaintPeriod period, UUID giver, UUID receiver) {
        var scope = current.actor().scope();
        var params = period.params(scope);
        params.put("giver", giver);
        params.put("receiver", receiver);
        params.put("most", MOST);
        return jdbc.sql("""
                with g as (select g.complaint_id, g.since, c.number, c.subject, g.staff_id as receiver,
                                  lag(g.staff_id) over (partition by g.complaint_id order by g.since) as giver
                             from complaint_holding g join complaint c on c.id = g.complaint_id where
                """ + period.where(scope) + """
                )
                select g.*, (select h.note from complaint_handover h where h.complaint_id = g.complaint_id
                        and h.to_staff = g.receiver and h.state = 'ACCEPTED' and h.answered_at <= g.since
                        order by h.answered_at desc limit 1) as note
                  from g where g.giver = :giver and g.receiver = :receiver order by g.since desc limit :most""")
            .params(params)
            .query((rs, i) -> new Passed(new ComplaintId(rs.getObject("complaint_id", UUID.class)),
                    rs.getString("number"), rs.getString("subject"), Objects.requireNonNull(at(rs, "since")),
                    rs.getString("note")))
            .list();
    }

    /** How often complaints changed hands: 0, 1, 2, and 3 for more. */
    public HandOffs handOffs(ComplaintPeriod period) {
        var scope = current.actor().scope();
        Map<Integer, Long> counts = new TreeMap<>();
        var sums = new long[2];
        jdbc.sql(
                "select least(c.hand_offs, 3) as many, count(*) as n, sum(c.hand_offs) as all_of_them from complaint c where "
                        + period.where(scope) + " group by 1")
            .params(period.params(scope))
            .query(rs -> {
                counts.put(rs.getInt("many"), rs.getLong("n"));
                sums[0] += rs.getLong("n");
                sums[1] += rs.getLong("all_of_them");
            });
        return new HandOffs(counts, sums[0], sums[1]);
    }

    private BusinessTime time() {
        return calendars.time(calendars.require("cn"));
    }

    private static double hours(BusinessTime time, @Nullable Instant from, Instant to) {
        return from == null || !from.isBefore(to) ? 0
                : time.between(from, to).toMillis() / (double) Duration.ofHours(1).toMillis();
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
