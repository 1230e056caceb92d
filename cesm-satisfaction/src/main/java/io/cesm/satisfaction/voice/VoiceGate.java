package io.cesm.satisfaction.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.figures.Disclosure;
import io.cesm.satisfaction.figures.SmallBase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides whose words may be read. Comments under a name belong to those who look after
 * the customer. Comments without one are shown for a whole survey, or for a group of it,
 * only if at least eight people wrote in that group and at least eight or nobody outside
 * of it, whichever filter is taken away: else somebody could be found by subtraction.
 */
@Component
class VoiceGate {

    private static final SmallBase COMMENTS = new SmallBase(SmallBase.STANDARD.commentsHiddenBelow(),
            SmallBase.STANDARD.commentsHiddenBelow(), 10, 30);

    private final JdbcClient jdbc;

    VoiceGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What may be read.
     *
     * @param sql condition on comments {@code c}
     * @param hidden surveys with comments that may not be shown under these filters
     */
    record Open(String sql, Map<String, @Nullable Object> params, int hidden) {
    }

    Open of(VoiceFilter filter, Actor actor) {
        var sql = VoiceSql.of(filter, actor.scope());
        var confidences = actor.may(Right.CONFIDENTIAL_READ);
        var surveys = nameless(filter, sql, confidences);
        var open = surveys.stream().filter(Nameless::isOpen).map(Nameless::survey).toList();
        var shown = new HashSet<>(open);
        shown.removeAll(split(filter, confidences));
        var params = new HashMap<String, @Nullable Object>(sql.params());
        params.put("open", shown.toArray(UUID[]::new));
        var byName = confidences ? "not c.anonymous" : "c.named";
        return new Open("(" + byName + " or c.survey_id = any(:open)) and " + sql.where(), params,
                (int) surveys.stream().filter(it -> it.counts.getLast() > 0).count() - shown.size());
    }

    /**
     * How many people without a name wrote, for everybody, without each filter in turn,
     * and with all.
     */
    private record Nameless(UUID survey, List<Long> counts) {

        boolean isOpen() {
            long all = counts.getLast();
            return COMMENTS.showsComments(all)
                    && counts.stream().allMatch(wider -> wider - all == 0 || COMMENTS.showsComments(wider - all));
        }

    }

    private List<Nameless> nameless(VoiceFilter filter, VoiceSql sql, boolean confidences) {
        var groups = new ArrayList<String>();
        groups.add("true");
        for (int i = 0; i < sql.narrowing().size() && sql.narrowing().size() > 1; i++) {
            var others = new ArrayList<>(sql.narrowing());
            others.remove(i);
            groups.add(String.join(" and ", others));
        }
        groups.add(sql.narrowing().isEmpty() ? "true" : String.join(" and ", sql.narrowing()));
        var counts = groups.stream().map(it -> "count(distinct c.response_id) filter (where " + it + ")").toList();
        var params = new HashMap<String, @Nullable Object>(sql.params());
        return jdbc
            .sql("select c.survey_id, " + String.join(", ", counts) + " from survey_comment c where "
                    + nameless(confidences) + (filter.survey() == null ? "" : " and c.survey_id = :survey")
                    + " group by c.survey_id")
            .params(params)
            .query((rs, i) -> {
                var all = new ArrayList<Long>();
                for (int at = 0; at < groups.size(); at++) {
                    all.add(rs.getLong(at + 2));
                }
                return new Nameless(rs.getObject(1, UUID.class), all);
            })
            .list();
    }

    /** Surveys in which a group that is asked for would give a smaller one away. */
    private Set<UUID> split(VoiceFilter filter, boolean confidences) {
        Set<UUID> closed = new HashSet<>();
        split("tier", filter.tier(), filter, confidences, closed);
        split("flow", filter.flow(), filter, confidences, closed);
        split("language", filter.language(), filter, confidences, closed);
        return closed;
    }

    private void split(String column, @Nullable String value, VoiceFilter filter, boolean confidences,
            Set<UUID> closed) {
        if (value == null) {
            return;
        }
        Map<UUID, Map<String, Long>> cells = new HashMap<>();
        jdbc.sql("select c.survey_id, coalesce(c." + column + ", ''), count(distinct c.response_id)"
                + " from survey_comment c where " + nameless(confidences)
                + (filter.survey() == null ? "" : " and c.survey_id = :survey") + " group by 1, 2")
            .params(filter.survey() == null ? Map.of() : Map.of("survey", filter.survey()))
            .query(rs -> {
                cells.computeIfAbsent(rs.getObject(1, UUID.class), it -> new HashMap<>())
                    .put(rs.getString(2), rs.getLong(3));
            });
        cells.forEach((survey, parts) -> {
            var names = List.copyOf(parts.keySet());
            var hidden = Disclosure.hidden(names.stream().mapToLong(it -> parts.getOrDefault(it, 0L)).toArray(),
                    COMMENTS);
            int at = names.indexOf(value);
            if (at >= 0 && hidden[at]) {
                closed.add(survey);
            }
        });
    }

    private static String nameless(boolean confidences) {
        return confidences ? "c.anonymous" : "not c.named";
    }

}
