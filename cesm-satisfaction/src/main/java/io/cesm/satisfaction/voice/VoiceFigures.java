package io.cesm.satisfaction.voice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.figures.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often customers write about what, how it feels, and how satisfied those are who
 * write about it. A respondent counts once for a theme, however often they write of it.
 */
@Component
@Transactional(readOnly = true)
public class VoiceFigures {

    /** So many months are shown. */
    public static final int MONTHS = 12;

    private static final String EACH = """
             cross join lateral unnest(case when c.themes = '{}' then array[cast('' as text)] else c.themes end) t (theme)
            """;

    private final JdbcClient jdbc;

    private final VoiceGate gate;

    private final CurrentActor current;

    private final Clock clock;

    VoiceFigures(JdbcClient jdbc, VoiceGate gate, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.current = current;
        this.clock = clock;
    }

    /** The first of the months shown. */
    public LocalDate firstMonth() {
        return CompanyTime.today(clock).withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    /** One figure a theme, the most frequent first. */
    public List<ThemeFigure> of(VoiceFilter filter) {
        var open = gate.of(filter, current.actor());
        var months = months(open);
        return jdbc.sql("""
                select theme, sum(n) as comments, sum(bad) as bad, sum(good) as good, count(level) as respondents,
                       coalesce(sum(level), 0) as total, coalesce(sum(level * level), 0) as squares
                  from (select t.theme, c.response_id, count(*) as n, count(*) filter (where c.sentiment = -1) as bad,
                               count(*) filter (where c.sentiment = 1) as good, max(c.level) as level
                          from survey_comment c""" + EACH + " where " + open.sql() + " " + """
                group by 1, 2) each
                group by theme order by theme = '', sum(n) desc, theme""").params(open.params()).query((rs, i) -> {
            var code = rs.getString("theme");
            var moments = Moments.ofSums(rs.getLong("respondents"), rs.getDouble("total"), rs.getDouble("squares"));
            return new ThemeFigure(code.isEmpty() ? null : code, rs.getLong("comments"), rs.getLong("bad"),
                    rs.getLong("good"), Mean.of(moments, FigureMethod.MEAN_T, Confidence.NINETY_FIVE),
                    series(months.get(code)));
        }).list();
    }

    private Map<String, Map<Integer, Long>> months(VoiceGate.Open open) {
        var first = firstMonth();
        Map<String, Map<Integer, Long>> counts = new HashMap<>();
        jdbc.sql("select t.theme, date_trunc('month', c.answered_on)::date as month, count(*) from survey_comment c"
                + EACH + " where " + open.sql() + " and c.answered_on >= :firstMonth group by 1, 2")
            .params(open.params())
            .param("firstMonth", first)
            .query(rs -> {
                var month = (int) ChronoUnit.MONTHS.between(first, rs.getObject(2, LocalDate.class));
                counts.computeIfAbsent(rs.getString(1), it -> new HashMap<>()).put(month, rs.getLong(3));
            });
        return counts;
    }

    private static List<Long> series(@Nullable Map<Integer, Long> counts) {
        var series = new ArrayList<Long>();
        for (int month = 0; month < MONTHS; month++) {
            series.add(counts == null ? 0L : counts.getOrDefault(month, 0L));
        }
        return series;
    }

}
