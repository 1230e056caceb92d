package io.cesm.expectation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges conflicts that an older edition of the rule found and nobody has settled: those
 * that are none by the rule of today go, and both sides' timelines say so.
 */
@Service
@Transactional
public class JudgingConflictsAgain {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    private final Timeline timeline;

    JudgingConflictsAgain(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /**
     * Judges some of them.
     * @return how many it looked at; none if there is nothing left
     */
    public int some() {
        var old = jdbc.sql("""
                select x.id, x.customer_id, a.id as a_id, a.number as a_number, b.id as b_id, b.number as b_number,
                       a.verbatim, a.understood, a.measure, b.verbatim, b.understood, b.measure, d.name, d.name_en,
                       coalesce(%s, false) as apart
                  from expectation_conflict x join expectation a on a.id = x.first_id
                  join expectation b on b.id = x.second_id join dimension d on d.code = x.dimension_code
                 where x.state = 'OPEN' and x.rule < %d order by x.rule, x.id limit %d for update of x skip locked
                """.formatted(ConflictRule.SQL, ConflictRule.EDITION, AT_ONCE)).query((rs, i) -> old(rs)).list();
        old.forEach(this::judge);
        return old.size();
    }

    private void judge(Old it) {
        if (it.stands()) {
            jdbc.sql("update expectation_conflict set rule = :rule where id = :id")
                .param("rule", ConflictRule.EDITION)
                .param("id", it.id())
                .update();
            return;
        }
        jdbc.sql("delete from expectation_conflict where id = :id").param("id", it.id()).update();
        tell(it.first(), it.second());
        tell(it.second(), it.first());
    }

    private void tell(Subject about, Subject other) {
        timeline.record(Change.of(about, "CONFLICT_DISSOLVED").note(other.name()));
    }

    private static Old old(ResultSet rs) throws SQLException {
        var customer = rs.getObject("customer_id", UUID.class);
        return new Old(rs.getObject("id", UUID.class), side(rs, "a", customer), side(rs, "b", customer),
                rs.getBoolean("apart") && SameMatter.possible(ConflictWatch.said(rs, 7), ConflictWatch.said(rs, 10),
                        rs.getString("name"), rs.getString("name_en")));
    }

    private static Subject side(ResultSet rs, String of, UUID customer) throws SQLException {
        return new Subject("EXPECTATION", rs.getObject(of + "_id", UUID.class), rs.getString(of + "_number"), customer);
    }

    /** A conflict an older edition found, and whether it stands by the one of today. */
    private record Old(UUID id, Subject first, Subject second, boolean stands) {
    }

    /**
     * The job behind it: at the first start of a new edition there is something to do.
     */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> judgeConflictsAgain(JudgingConflictsAgain judging) {
            return Tasks.recurring("conflicts-of-older-rules", FixedDelay.ofHours(6))
                .execute((instance, context) -> Acting.as(Actor.system("CESM"), () -> {
                    int looked;
                    do {
                        looked = judging.some();
                    }
                    while (looked > 0);
                }));
        }

    }

}
