package io.cesm.satisfaction.aftercare;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitName;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.Mean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the marks complainants gave: of one complaint, and the means of units. Of people
 * there are none.
 */
@Component
@Transactional(readOnly = true)
public class ScoreBook {

    private static final int MONTHS = 12;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    ScoreBook(CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The marks of one closing. */
    public record Score(String state, @Nullable String reason, Instant at, @Nullable Integer handling,
            @Nullable Integer outcome, @Nullable String words) {
    }

    /**
     * What a unit's complainants said in the last twelve months.
     *
     * @param asked how many were asked
     */
    public record UnitScores(@Nullable UUID unit, String name, long asked, Figure handling, Figure outcome) {
    }

    /** The marks of a complaint that was found within reach, the latest first. */
    public List<Score> of(ComplaintId complaint) {
        return jdbc.sql("select * from complaint_score where complaint_id = :id order by round desc limit 10")
            .param("id", complaint.id())
            .query((rs, i) -> new Score(rs.getString("state"), rs.getString("reason"),
                    requireNonNull(rs.getObject("at", OffsetDateTime.class)).toInstant(),
                    rs.getObject("handling", Integer.class), rs.getObject("outcome", Integer.class),
                    rs.getString("words")))
            .list();
    }

    /** All units within reach together, then each. */
    public List<UnitScores> byUnit() {
        var scope = current.actor().scope();
        Map<UUID, Group> units = new LinkedHashMap<>();
        var all = new Group("");
        jdbc.sql("select u.id, " + UnitName.sql("u") + ", s.state, s.handling, s.outcome from complaint_score s"
                + " join complaint c on c.id = s.complaint_id join customer k on k.id = c.customer_id"
                + " join org_unit u on u.id = k.unit_id where s.state <> 'SKIPPED' and s.at > :since and "
                + scope.sql("c.customer_id") + " order by u.path")
            .params(scope.params())
            .param("since", clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS))
            .query(rs -> {
                var group = units.computeIfAbsent(rs.getObject(1, UUID.class), it -> new Group(""));
                group.name = rs.getString(2);
                for (var each : List.of(group, all)) {
                    each.add(rs.getObject(4, Integer.class), rs.getObject(5, Integer.class));
                }
            });
        List<UnitScores> rows = new ArrayList<>();
        rows.add(all.row(null));
        units.forEach((id, group) -> rows.add(group.row(id)));
        return rows;
    }

    /** Marks that are being gathered. */
    private static final class Group {

        private String name;

        private long asked;

        private final List<Double> handling = new ArrayList<>();

        private final List<Double> outcome = new ArrayList<>();

        private Group(String name) {
            this.name = name;
        }

        private void add(@Nullable Integer first, @Nullable Integer second) {
            asked++;
            if (first != null && second != null) {
                handling.add(first.doubleValue());
                outcome.add(second.doubleValue());
            }
        }

        private UnitScores row(@Nullable UUID id) {
            return new UnitScores(id, name, asked, mean(handling), mean(outcome));
        }

        private static Figure mean(List<Double> marks) {
            return Mean.of(marks.stream().mapToDouble(Double::doubleValue).toArray(), Confidence.NINETY_FIVE);
        }

    }

}
