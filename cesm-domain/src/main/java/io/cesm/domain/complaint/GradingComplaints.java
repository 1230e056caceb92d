package io.cesm.domain.complaint;

import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The matrix that makes a grade, and changing a grade by hand: with a reason, and down
 * from grade 1 or 2 only with a second pair of eyes.
 */
@Service
@Transactional
public class GradingComplaints {

    private final ComplaintDesk desk;

    private final Account account;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final JsonMapper json;

    GradingComplaints(ComplaintDesk desk, Account account, CurrentActor current, Timeline timeline, JdbcClient jdbc,
            JsonMapper json) {
        this.desk = desk;
        this.account = account;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The matrix in force, with its version. */
    public record InForce(GradeMatrix matrix, long version) {
    }

    @Transactional(readOnly = true)
    public InForce matrix() {
        return jdbc.sql("select matrix, version from complaint_grading where id = 1")
            .query((rs, i) -> new InForce(json.readValue(rs.getString("matrix"), GradeMatrix.class),
                    rs.getLong("version")))
            .single();
    }

    /** Puts another matrix in force; grades that were given stay. */
    public void revise(long seen, GradeMatrix matrix) {
        current.actor().requireMay(Right.SETTINGS);
        var before = matrix();
        StaleVersion.check(seen, before.version());
        jdbc.sql("update complaint_grading set matrix = cast(:matrix as jsonb), version = version + 1 where id = 1"
                + " and version = :seen")
            .param("matrix", json.writeValueAsString(matrix))
            .param("seen", seen)
            .update();
        timeline.record(Change.of(new Subject("SETTING", new UUID(0, 100), "GRADING", null), "GRADING_REVISED")
            .with("gradeMatrix", json.writeValueAsString(before.matrix()), json.writeValueAsString(matrix)));
    }

    /** What the matrix makes of some factors, before anything is filed. */
    @Transactional(readOnly = true)
    public GradeMatrix.Graded foresee(CustomerId customer, ContactId contact, @Nullable String dimension, int impact,
            int urgency, boolean publicity) {
        account.requireCustomer(customer);
        account.requireContact(customer, contact);
        return matrix().matrix()
            .grade(account.factors(customer, contact, dimension, null, impact, urgency, publicity, desk.now()));
    }

    /** Judges impact and urgency anew; the matrix makes the grade. */
    public void regrade(ComplaintId id, @Nullable Long version, int impact, int urgency, boolean publicity) {
        desk.change(id, version, "REGRADED", null, false, (it, now) -> {
            var factors = account.factors(it.customer(), it.contact(), it.dimension(), it.id().id(), impact, urgency,
                    publicity, now);
            var anew = Grading.of(factors, matrix().matrix());
            if (it.grading().grade() <= 2 && anew.grade() > it.grading().grade()) {
                throw new Refusal("complaint.grade.regrade_lowers");
            }
            it.grade(anew, now);
        });
    }

    /** Gives another grade than the matrix did, or wishes for it. */
    public void change(ComplaintId id, @Nullable Long version, int grade, @Nullable String because) {
        desk.change(id, version, "GRADE_CHANGED", null, false,
                (it, now) -> it.grade(it.grading().change(grade, because, now.by()), now));
    }

    /** Agrees to a lower grade somebody else wishes for, or refuses it. */
    public void decide(ComplaintId id, @Nullable Long version, boolean agreed) {
        desk.change(id, version, agreed ? "GRADE_AGREED" : "GRADE_KEPT", null, false,
                (it, now) -> it.grade(it.grading().decide(agreed, now.by()), now));
    }

}
