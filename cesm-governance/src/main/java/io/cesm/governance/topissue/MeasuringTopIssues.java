package io.cesm.governance.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NotingValues;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.satisfaction.analysis.Measures;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Moments;
import io.cesm.satisfaction.questionnaire.DefinitionJson;
import io.cesm.satisfaction.questionnaire.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the measure of an issue shows over time, and whether it and the survey items that
 * should move differ before and after by more than chance. Answers count only where they
 * were given with a name.
 */
@Service
@Transactional(readOnly = true)
public class MeasuringTopIssues {

    private static final int MONTHS = 18;

    private static final int BEFORE = 12;

    private static final double ALPHA = 0.05;

    private static final String OF_ISSUE = "customer_id in (select x.customer_id from top_issue_customer x where x.issue_id = :issue)";

    private static final String ANSWERS = " from counting_answer r join survey s on s.id = r.survey_id"
            + " where s.anonymity = 'NAMED' and r." + OF_ISSUE
            + " and (cast(:questionnaire as text) is null or s.questionnaire_id ="
            + " (select q.id from questionnaire q where q.number = :questionnaire))"
            + " and jsonb_exists(r.items, :item)"
            + " and r.items ->> :item ~ '^-?[0-9]+([.][0-9]+)?$' and r.answered_on >= :since";

    private final NotingValues values;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    MeasuringTopIssues(NotingValues values, CurrentActor current, JdbcClient jdbc, Clock clock) {
        this.values = values;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A value at a time.
     *
     * @param n how many answers are behind it, if it is a mean
     */
    public record Point(LocalDate on, BigDecimal value, @Nullable Long n) {
    }

    /**
     * Before and after.
     *
     * @param name key of a survey item, or null for the measure itself
     */
    public record Effect(@Nullable String name, long n1, double before, long n2, double after, Comparison test) {

        public Comparison.Verdict verdict() {
            return test.verdict(ALPHA);
        }

    }

    /** What the measure shows, first day first; the issue was found within reach. */
    public List<Point> series(TopIssueDetails it) {
        var plan = it.plan();
        if (plan.kind() == MeasureKind.COMPLAINT_RATE) {
            return complaints(it);
        }
        if (plan.kind() == MeasureKind.SURVEY_ITEM && plan.item() != null) {
            return answers(it.id(), plan.item());
        }
        return values.of(it.id()).stream().map(each -> new Point(each.on(), each.value(), null)).toList();
    }

    private List<Point> complaints(TopIssueDetails it) {
        var first = CompanyTime.today(clock).withDayOfMonth(1).minusMonths(MONTHS - 1);
        return jdbc.sql("""
                select m.month, count(c.id) as n
                  from generate_series(cast(:first as date), cast(:last as date), interval '1 month') as m(month)
                  left join complaint c on c.kind = 'COMPLAINT' and c.state not in ('WITHDRAWN', 'MERGED')
                       and (cast(:dimension as text) is null or c.dimension_code = :dimension)
                       and c.received_at >= m.month and c.received_at < m.month + interval '1 month'
                       and c.""" + OF_ISSUE + " group by m.month order by m.month")
            .param("first", first)
            .param("last", first.plusMonths(MONTHS - 1))
            .param("dimension", it.heading().dimension())
            .param("issue", it.id().id())
            .query((rs, i) -> new Point(rs.getObject(1, LocalDate.class), BigDecimal.valueOf(rs.getLong(2)), null))
            .list();
    }

    private List<Point> answers(TopIssueId issue, String key) {
        var item = ItemKey.of(key);
        return jdbc
            .sql("select cast(date_trunc('month', r.answered_on) as date) as month,"
                    + " round(avg(cast(r.items ->> :item as numeric)), 2) as mean, count(*) as n" + ANSWERS
                    + " group by 1 order by 1")
            .param("issue", issue.id())
            .param("questionnaire", item.questionnaire())
            .param("item", item.item())
            .param("since", CompanyTime.today(clock).minusMonths(MONTHS))
            .query((rs, i) -> new Point(requireNonNull(rs.getObject(1, LocalDate.class)), rs.getBigDecimal(2),
                    rs.getLong(3)))
            .list();
    }

    /**
     * Before work began against after the effect was measured; empty until there is an
     * after.
     */
    public List<Effect> effects(TopIssueDetails it) {
        var started = it.times().startedAt();
        if (started == null) {
            return List.of();
        }
        var before = CompanyTime.dayOf(started);
        var after = it.effect() != null ? it.effect().on() : before;
        var effects = new ArrayList<Effect>();
        var points = series(it);
        var first = points.stream().filter(p -> p.on().isBefore(before)).toList();
        var second = points.stream().filter(p -> !p.on().isBefore(month(it, after))).toList();
        if (it.plan().kind() != MeasureKind.SURVEY_ITEM && !first.isEmpty() && !second.isEmpty()) {
            effects.add(effect(null, moments(first), moments(second)));
        }
        var items = new ArrayList<>(values.items(it.id()));
        var own = it.plan().item();
        if (it.plan().kind() == MeasureKind.SURVEY_ITEM && own != null && !items.contains(own)) {
            items.addFirst(own);
        }
        for (var item : items) {
            effects.add(effect(item, answered(it.id(), item, before.minusMonths(BEFORE), before),
                    answered(it.id(), item, after, CompanyTime.today(clock).plusDays(1))));
        }
        return effects;
    }

    /** A month counts as after when it began after. */
    private static LocalDate month(TopIssueDetails it, LocalDate day) {
        return it.plan().kind() == MeasureKind.COMPLAINT_RATE && day.getDayOfMonth() > 1
                ? day.withDayOfMonth(1).plusMonths(1) : day;
    }

    private static Effect effect(@Nullable String name, Moments first, Moments second) {
        return new Effect(name, first.n(), first.mean(), second.n(), second.mean(),
                Comparing.welch(second, first, Confidence.NINETY_FIVE));
    }

    private static Moments moments(List<Point> points) {
        return Moments.of(points.stream().mapToDouble(it -> it.value().doubleValue()).toArray());
    }

    private Moments answered(TopIssueId issue, String key, LocalDate from, LocalDate to) {
        var item = ItemKey.of(key);
        return jdbc
            .sql("select count(*) as n, coalesce(sum(cast(r.items ->> :item as numeric)), 0) as sum,"
                    + " coalesce(sum(power(cast(r.items ->> :item as numeric), 2)), 0) as squares" + ANSWERS
                    + " and r.answered_on < :until")
            .param("issue", issue.id())
            .param("questionnaire", item.questionnaire())
            .param("item", item.item())
            .param("since", from)
            .param("until", to)
            .query((rs, i) -> Moments.ofSums(rs.getLong(1), rs.getDouble(2), rs.getDouble(3)))
            .single();
    }

    /** A question of the version of its questionnaire that was asked last. */
    private record Asked(ItemKey key, UUID version) {
    }

    /**
     * Items of surveys with names that somebody answered lately, to choose from, with the
     * words of the question as it was asked last.
     */
    public Map<String, Words> items() {
        current.actor().requireMay(Right.VIEW);
        var asked = jdbc.sql("""
                select distinct on (q.number, c.item) q.number, c.item, s.version_id
                  from survey_figure_cell c join survey s on s.id = c.survey_id
                  join questionnaire q on q.id = s.questionnaire_id
                 where s.anonymity = 'NAMED' and c.kind = '' and c.item <> '' and c.value ~ '^-?[0-9]+([.][0-9]+)?$'
                 order by q.number desc, c.item, s.created_at desc limit 400""")
            .query((rs, i) -> new Asked(new ItemKey(rs.getString(1), requireNonNull(rs.getString(2))),
                    requireNonNull(rs.getObject(3, UUID.class))))
            .list();
        var versions = versions(asked.stream().map(Asked::version).distinct().toArray(UUID[]::new));
        Map<String, Words> items = new LinkedHashMap<>();
        asked.forEach(it -> {
            var measures = versions.get(it.version());
            var measure = measures == null ? null : measures.find(it.key().item());
            items.put(it.key().toString(), measure == null ? Words.none() : measure.name());
        });
        return items;
    }

    private Map<UUID, Measures> versions(UUID[] ids) {
        Map<UUID, Measures> versions = new HashMap<>();
        jdbc.sql("select id, definition from questionnaire_version where id = any(:ids)")
            .param("ids", ids)
            .query(rs -> {
                versions.put(requireNonNull(rs.getObject(1, UUID.class)),
                        Measures.of(DefinitionJson.read(rs.getString(2))));
            });
        return versions;
    }

    /** The last value that is known. */
    public @Nullable BigDecimal latest(TopIssueDetails it) {
        var points = series(it);
        return points.isEmpty() ? null : points.getLast().value();
    }

}
