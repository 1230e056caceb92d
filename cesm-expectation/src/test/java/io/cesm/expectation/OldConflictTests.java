package io.cesm.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.support.PostgresSlice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

@PostgresSlice
class OldConflictTests {

    @Autowired
    private Company company;

    @Autowired
    private LoggingExpectations logging;

    @Autowired
    private ConflictBook conflicts;

    @Autowired
    private JudgingConflictsAgain judging;

    @Autowired
    private JdbcClient jdbc;

    private Actor csr = Actor.system("set-up");

    private @Nullable CustomerId customer;

    @BeforeEach
    void aTeam() {
        var unit = company.unit("华东");
        var staff = company.staff(unit, "赵敏");
        csr = Company.actor(staff, Role.CSR);
        customer = company.customer(unit, "鸿远重工", 1);
        company.looksAfter(staff, customer(), Role.CSR);
    }

    @Test
    void goWithALineOnBothTimelinesIfTheyAreNoneByTheRuleOfToday() {
        var parts = capture("备件要两天内到现场", 90);
        var training = capture("操作员培训安排得正式一些", 60);
        var slower = capture("备件一周到现场也行", 50);
        oldConflict(parts, training);
        assertThat(open()).hasSize(2);
        jdbc.sql("update expectation_conflict set rule = 1").update();

        while (judge() > 0) {
            // some at a time
        }
        TransactionSynchronizationUtils.triggerBeforeCommit(false);

        assertThat(open()).singleElement().satisfies(it -> {
            assertThat(List.of(it.first().id(), it.second().id())).containsExactlyInAnyOrder(parts, slower);
        });
        assertThat(told(parts)).containsExactly(number(training));
        assertThat(told(training)).containsExactly(number(parts));
        assertThat(told(slower)).isEmpty();
        assertThat(judge()).as("nothing is left to judge").isZero();
    }

    private int judge() {
        return Acting.as(Actor.system("CESM"), judging::some);
    }

    private CustomerId customer() {
        return java.util.Objects.requireNonNull(customer);
    }

    private ExpectationId capture(String words, int level) {
        var contact = company.contact(customer(), words);
        return Acting.as(csr,
                () -> logging.capture(new CaptureExpectation(customer(), contact, words, null, null, null, null, null,
                        new Classification("delivery", null, null, null),
                        Target.ofLevel(null, BigDecimal.valueOf(level), null), null, null, false)));
    }

    /** As the rule before this one called it. */
    private void oldConflict(ExpectationId one, ExpectationId other) {
        jdbc.sql("insert into expectation_conflict (id, customer_id, dimension_code, first_id, second_id, kind, state,"
                + " detected_at, version) values (gen_random_uuid(), ?, 'delivery', least(?, ?), greatest(?, ?), 'LEVEL',"
                + " 'OPEN', now(), 0)")
            .params(customer().id(), one.id(), other.id(), one.id(), other.id())
            .update();
    }

    private List<ConflictRow> open() {
        return Acting.as(csr, () -> conflicts.slice(ConflictState.OPEN, customer(), 10, null)).items();
    }

    private List<@Nullable String> told(ExpectationId id) {
        return jdbc.sql(
                "select note from timeline_entry where subject_id = ? and action = 'CONFLICT_DISSOLVED' and channel = 'job'")
            .param(id.id())
            .query((rs, i) -> rs.getString(1))
            .list();
    }

    private String number(ExpectationId id) {
        return jdbc.sql("select number from expectation where id = ?").param(id.id()).query(String.class).single();
    }

}
