package io.cesm.expectation;

import java.time.ZoneOffset;
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
        jdbc.sql(
                """
                        delete from expectation_conflict x using expectation a, expectation b
                         where x.state = 'OPEN' and :id in (x.first_id, x.second_id) and a.id = x.first_id and b.id = x.second_id
                           and not coalesce("""
                        + ConflictRule.SQL + ", false)")
            .param("id", id)
            .update();
        var found = jdbc
            .sql("insert into expectation_conflict (id, customer_id, dimension_code, first_id, second_id, kind, state,"
                    + " detected_at, version) select gen_random_uuid(), a.customer_id, a.dimension_code,"
                    + " least(a.id, b.id), greatest(a.id, b.id), " + ConflictRule.KIND + ", 'OPEN', :now, 0"
                    + " from expectation a join expectation b on " + ConflictRule.SQL
                    + " where a.id = :id on conflict on constraint one_conflict_per_pair do nothing returning id")
            .param("id", id)
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

}
