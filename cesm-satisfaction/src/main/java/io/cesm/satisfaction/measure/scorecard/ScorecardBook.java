package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.files.FileAccess;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads scorecards of customers within reach. */
@Service
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class ScorecardBook implements FileAccess {

    /** What files of a period are kept under. */
    public static final String FILES = "SCORECARD_PERIOD";

    private static final String CARD = """
            select s.*, c.name as customer_name, c.name_en as customer_name_en, o.name as owner_name
              from scorecard s join customer c on c.id = s.customer_id left join staff o on o.id = s.owner_id
             where\s""";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final CurrentActor current;

    private final Clock clock;

    ScorecardBook(JdbcClient jdbc, JsonMapper json, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    public ScorecardDetails require(ScorecardId id) {
        return card("s.id = :id", id.id(), "").orElseThrow(UnknownThing::new);
    }

    ScorecardDetails lock(ScorecardId id) {
        return card("s.id = :id", id.id(), " for update of s").orElseThrow(UnknownThing::new);
    }

    /** The scorecard of that number. */
    Optional<ScorecardDetails> find(String number) {
        return card("s.number = :id", number, "");
    }

    /** The scorecard and period a reading comes from. */
    public Optional<PeriodRow> ofMark(UUID mark) {
        return periods("p.id = (select m.period_id from scorecard_mark m where m.id = :of)", Map.of("of", mark), 1,
                null)
            .stream()
            .findFirst();
    }

    /** All periods of a scorecard, the last first; ask {@link #require} before. */
    public List<PeriodDetails> periods(ScorecardDetails card) {
        return read(card, "p.scorecard_id = :of", card.id().id());
    }

    public PeriodDetails period(ScorecardDetails card, PeriodId id) {
        return read(card, "p.id = :of", id.id()).stream().findFirst().orElseThrow(UnknownThing::new);
    }

    private List<PeriodDetails> read(ScorecardDetails card, String which, UUID of) {
        Map<UUID, List<Mark>> marks = new HashMap<>();
        jdbc.sql("select m.*, p.id as period from scorecard_mark m join scorecard_period p on p.id = m.period_id"
                + " join scorecard_criterion k on k.id = m.criterion_id where p.scorecard_id = :card and " + which
                + " order by k.position")
            .param("card", card.id().id())
            .param("of", of)
            .query(rs -> {
                marks.computeIfAbsent(rs.getObject("period", UUID.class), it -> new ArrayList<>())
                    .add(new Mark(rs.getObject("id", UUID.class), rs.getObject("criterion_id", UUID.class),
                            rs.getString("mark"), rs.getBigDecimal("level"), rs.getString("first_mark"),
                            rs.getBigDecimal("first_level")));
            });
        return jdbc
            .sql("select * from scorecard_period p where p.scorecard_id = :card and " + which
                    + " order by p.starts_on desc")
            .param("card", card.id().id())
            .param("of", of)
            .query((rs, i) -> period(card, rs, marks))
            .list();
    }

    private static PeriodDetails period(ScorecardDetails card, ResultSet rs, Map<UUID, List<Mark>> marks)
            throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var starts = rs.getObject("starts_on", LocalDate.class);
        var outcome = rs.getString("outcome");
        return new PeriodDetails(new PeriodId(id), card.label(starts), starts, rs.getObject("ends_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class), PeriodState.valueOf(rs.getString("state")),
                rs.getObject("received_on", LocalDate.class), rs.getString("total_mark"),
                rs.getBigDecimal("total_level"), rs.getString("first_mark"), rs.getBigDecimal("first_level"),
                rs.getString("note"), rs.getString("dispute_reason"), rs.getObject("disputed_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome), rs.getString("outcome_note"),
                rs.getObject("settled_on", LocalDate.class), marks.getOrDefault(id, List.of()), rs.getLong("version"));
    }

    /** Scorecards, changed last first. */
    public Slice<ScorecardRow> slice(ScorecardFilter filter, int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        var from = Cursor.parse(cursor, 2);
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = new ArrayList<String>(List.of(scope.sql("s.customer_id")));
        var words = filter.q();
        if (words != null && !words.isBlank()) {
            where.add("(s.title ilike :q or s.number ilike :q or c.name ilike :q or c.name_en ilike :q)");
            params.put("q", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        var customer = filter.customer();
        if (customer != null) {
            where.add("s.customer_id = :customer");
            params.put("customer", customer.id());
        }
        var staff = current.actor().staff();
        if (filter.mine() && staff != null) {
            where.add("s.owner_id = :me");
            params.put("me", staff.id());
        }
        var show = filter.show();
        if (show != null) {
            where.add("exists (select from scorecard_period p where p.scorecard_id = s.id and " + switch (show) {
                case LATE -> "p.state = 'DUE' and p.due_on < :today";
                case DISPUTED -> "p.state = 'DISPUTED'";
                case MISSED -> "p.state = 'NOT_RECEIVED'";
            } + ")");
        }
        if (from != null) {
            where.add("(s.changed_at, s.id) < (:at, :after)");
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        params.put("today", CompanyTime.today(clock));
        params.put("limit", size + 1);
        var rows = jdbc
            .sql("""
                    select s.*, c.name as customer_name, c.name_en as customer_name_en, o.name as owner_name, k.starts[1] as last, k.levels[1] as level,
                           k.marks[1] as mark, k.levels[2] as before, d.due_on, d.disputed, d.missed
                      from scorecard s
                      join customer c on c.id = s.customer_id
                      left join staff o on o.id = s.owner_id
                      left join lateral (select array_agg(starts_on) as starts, array_agg(total_level) as levels, array_agg(total_mark) as marks
                                           from (select p.starts_on, p.total_level, p.total_mark from scorecard_period p
                                                  where p.scorecard_id = s.id and p.total_level is not null
                                                  order by p.starts_on desc limit 2) two) k on true
                      left join lateral (select min(p.due_on) filter (where p.state = 'DUE') as due_on,
                                                count(*) filter (where p.state = 'DISPUTED') as disputed,
                                                count(*) filter (where p.state = 'NOT_RECEIVED') as missed
                                           from scorecard_period p where p.scorecard_id = s.id) d on true
                     where %s and :today is not null
                     order by s.changed_at desc, s.id desc limit :limit"""
                .formatted(String.join(" and ", where)))
            .params(params)
            .query(ScorecardBook::row)
            .list();
        return Slice.forward(rows, size, row -> Cursor.after(row.changedAt(), row.id().id()));
    }

    private static ScorecardRow row(ResultSet rs, int i) throws SQLException {
        return new ScorecardRow(new ScorecardId(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("title"), rs.getObject("customer_id", UUID.class), rs.getString("customer_name"),
                rs.getString("customer_name_en"), Cadence.valueOf(rs.getString("cadence")),
                rs.getObject("last", LocalDate.class), rs.getBigDecimal("level"), rs.getString("mark"),
                rs.getBigDecimal("before"), rs.getObject("due_on", LocalDate.class), rs.getInt("disputed"),
                rs.getInt("missed"), rs.getString("owner_name"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** How many periods of a customer should be here and are not, as a question. */
    public Tally late(CustomerId customer, int upTo) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("customer", customer.id());
        params.put("today", CompanyTime.today(clock));
        return new Tally("scorecard_period p join scorecard s on s.id = p.scorecard_id where s.customer_id = :customer"
                + " and p.state = 'DUE' and p.due_on < :today and " + scope.sql("s.customer_id"), params, upTo);
    }

    /** Periods of all scorecards under a filter, the last first. */
    public Slice<PeriodRow> periods(ScorecardFilter filter, @Nullable PeriodState state, int size,
            @Nullable String cursor) {
        var where = new ArrayList<String>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        var customer = filter.customer();
        if (customer != null) {
            where.add("s.customer_id = :customer");
            params.put("customer", customer.id());
        }
        var words = filter.q();
        if (words != null && !words.isBlank()) {
            where.add("(s.title ilike :q or s.number ilike :q or c.name ilike :q or c.name_en ilike :q)");
            params.put("q", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        var staff = current.actor().staff();
        if (filter.mine() && staff != null) {
            where.add("s.owner_id = :me");
            params.put("me", staff.id());
        }
        if (state != null) {
            where.add("p.state = :state");
            params.put("state", state.name());
        }
        var show = filter.show();
        if (show == ScorecardFilter.Show.LATE) {
            where.add("p.state = 'DUE' and p.due_on < :today");
            params.put("today", CompanyTime.today(clock));
        }
        else if (show != null) {
            where.add(show == ScorecardFilter.Show.DISPUTED ? "p.state = 'DISPUTED'" : "p.state = 'NOT_RECEIVED'");
        }
        return Slice.forward(periods(String.join(" and ", where), params, size + 1, cursor), size,
                row -> Cursor.after(row.endsOn(), row.id().id()));
    }

    private List<PeriodRow> periods(String which, Map<String, Object> params, int limit, @Nullable String cursor) {
        var scope = current.actor().scope();
        var from = Cursor.parse(cursor, 2);
        Map<String, Object> all = new HashMap<>(params);
        all.putAll(scope.params());
        if (from != null) {
            all.put("end", requireNonNull(from.date(0)));
            all.put("after", requireNonNull(from.uuid(1)));
        }
        all.put("limit", limit);
        return jdbc
            .sql("""
                    select p.*, s.number, s.title, s.customer_id, s.cadence, c.name as customer_name, c.name_en as customer_name_en
                      from scorecard_period p
                      join scorecard s on s.id = p.scorecard_id
                      join customer c on c.id = s.customer_id
                     where %s and %s and %s
                     order by p.ends_on desc, p.id desc limit :limit"""
                .formatted(which, scope.sql("s.customer_id"),
                        from == null ? "true" : "(p.ends_on, p.id) < (:end, :after)"))
            .params(all)
            .query((rs, i) -> new PeriodRow(new PeriodId(rs.getObject("id", UUID.class)),
                    new ScorecardId(rs.getObject("scorecard_id", UUID.class)), rs.getString("number"),
                    rs.getString("title"), rs.getObject("customer_id", UUID.class), rs.getString("customer_name"),
                    rs.getString("customer_name_en"), Cadence.valueOf(rs.getString("cadence")),
                    rs.getObject("starts_on", LocalDate.class), rs.getObject("ends_on", LocalDate.class),
                    rs.getObject("due_on", LocalDate.class), PeriodState.valueOf(rs.getString("state")),
                    rs.getObject("received_on", LocalDate.class), rs.getString("total_mark"),
                    rs.getBigDecimal("total_level"), rs.getString("outcome")))
            .list();
    }

    private Optional<ScorecardDetails> card(String which, Object id, String lock) {
        var scope = current.actor().scope();
        return jdbc.sql(CARD + which + " and " + scope.sql("s.customer_id") + lock)
            .param("id", id)
            .params(scope.params())
            .query(this::details)
            .optional();
    }

    private ScorecardDetails details(ResultSet rs, int i) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var owner = rs.getObject("owner_id", UUID.class);
        var marks = new Marks(rs.getBigDecimal("worst"), rs.getBigDecimal("best"),
                json.readValue(rs.getString("letters"), new TypeReference<List<Marks.Letter>>() {
                }));
        var about = new ScorecardWish(new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("title"),
                marks, Cadence.valueOf(rs.getString("cadence")), rs.getInt("due_days"), rs.getInt("grace_days"),
                rs.getString("delivered_by"), rs.getObject("starts_on", LocalDate.class),
                rs.getObject("ended_on", LocalDate.class), criteria(id), owner == null ? null : new StaffId(owner));
        return new ScorecardDetails(new ScorecardId(id), rs.getString("number"), about, rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getString("owner_name"), rs.getLong("version"));
    }

    private List<Criterion> criteria(UUID card) {
        return jdbc.sql("select * from scorecard_criterion where scorecard_id = ? and not dropped order by position")
            .param(card)
            .query((rs, i) -> new Criterion(rs.getObject("id", UUID.class), rs.getString("name"),
                    new BigDecimal(rs.getBigDecimal("weight").stripTrailingZeros().toPlainString()),
                    rs.getString("dimension_code")))
            .list();
    }

    @Override
    public String subjectType() {
        return FILES;
    }

    @Override
    public boolean mayRead(UUID period) {
        return !periods("p.id = :of", Map.of("of", period), 1, null).isEmpty();
    }

}
