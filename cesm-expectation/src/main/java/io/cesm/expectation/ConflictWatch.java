package io.cesm.expectation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.notice.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices conflicts as expectations come and change, and forgets those that dissolved
 * before anybody judged them.
 */
@Component
class ConflictWatch {

    private final JdbcClient jdbc;

    private final Notices notices;

    ConflictWatch(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** Looks at one expectation that has just been written. */
    void look(Expectation expectation, Moment now) {
        var id = expectation.id().id();
        var with = conflicting(id);
        jdbc.sql("delete from expectation_conflict where state = 'OPEN' and :id in (first_id, second_id)"
                + " and not (first_id = any(:with) or second_id = any(:with))")
            .param("id", id)
            .param("with", with)
            .update();
        if (with.length == 0) {
            return;
        }
        var found = jdbc
            .sql("insert into expectation_conflict (id, customer_id, dimension_code, first_id, second_id, kind, state,"
                    + " detected_at, version, rule) select gen_random_uuid(), a.customer_id, a.dimension_code,"
                    + " least(a.id, b.id), greatest(a.id, b.id), " + ConflictRule.KIND + ", 'OPEN', :now, 0, "
                    + ConflictRule.EDITION + " from expectation a join expectation b on b.id = any(:with)"
                    + " where a.id = :id on conflict on constraint one_conflict_per_pair do nothing returning id")
            .param("id", id)
            .param("with", with)
            .param("now", now.at().atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .list();
        if (expectation.owner() != null) {
            for (var each : found) {
                notices.tell(expectation.owner(), "CONFLICT_FOUND", ExpectationHistory.subject(expectation), Map.of(),
                        String.valueOf(each));
            }
        }
    }

    /** Those it cannot be met together with. */
    private UUID[] conflicting(UUID id) {
        List<UUID> found = new ArrayList<>();
        jdbc.sql(
                "select b.id, a.verbatim, a.understood, a.measure, b.verbatim, b.understood, b.measure, d.name, d.name_en"
                        + " from expectation a join expectation b on " + ConflictRule.SQL
                        + " join dimension d on d.code = a.dimension_code where a.id = :id")
            .param("id", id)
            .query(rs -> {
                if (SameMatter.possible(said(rs, 2), said(rs, 5), rs.getString(8), rs.getString(9))) {
                    found.add(rs.getObject(1, UUID.class));
                }
            });
        return found.toArray(UUID[]::new);
    }

    static SameMatter.Said said(ResultSet rs, int from) throws SQLException {
        return new SameMatter.Said(rs.getString(from), rs.getString(from + 1), rs.getString(from + 2));
    }

}
