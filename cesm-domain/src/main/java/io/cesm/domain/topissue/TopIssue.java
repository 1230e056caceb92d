package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An issue that hurts customers most. It starts only when five things are agreed, and
 * ends only when every affected customer says so and a lesson is kept; what we think is
 * done is only VERIFIED.
 */
@Entity
public class TopIssue extends AbstractAggregateRoot<TopIssue> {

    static final int SHORTEST_LESSON = 20;

    private @EmbeddedId TopIssueId id;

    private String number;

    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    private String title;

    private String problem;

    private @Nullable String dimensionCode;

    private @Enumerated(EnumType.STRING) @Nullable Flow flow;

    private @Enumerated(EnumType.STRING) TopIssueState state;

    private @Nullable String statement;

    private @Nullable ConfirmedStatement confirmed;

    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private @Nullable Instant ownerAgreedAt;

    private IssuePlan plan;

    private @Nullable String whys;

    private @Enumerated(EnumType.STRING) @Nullable CauseClass causeClass;

    private @Nullable String rootCause;

    private @Nullable LocalDate nextTellingOn;

    private @Nullable BigDecimal effectValue;

    private @Nullable LocalDate effectOn;

    private @Nullable String effectWords;

    private @Nullable LocalDate checkDueOn;

    private @Nullable LocalDate checkedOn;

    private @Nullable BigDecimal checkedValue;

    private @Nullable String checkWords;

    private int round;

    private int reopenedCount;

    private int leftCount;

    private @Nullable String lesson;

    private @Nullable String endedBecause;

    private Instant nominatedAt;

    @AttributeOverride(name = "id", column = @Column(name = "nominated_by"))
    private @Nullable StaffId nominatedBy;

    private @Nullable Instant understoodAt;

    private @Nullable Instant plannedAt;

    private @Nullable Instant startedAt;

    private @Nullable Instant verifiedAt;

    private @Nullable Instant submittedAt;

    @AttributeOverride(name = "id", column = @Column(name = "submitted_by"))
    private @Nullable StaffId submittedBy;

    private @Nullable Instant approvedAt;

    private @Nullable Instant closedAt;

    private boolean demo;

    private Instant updatedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected TopIssue() {
    }

    private TopIssue(String number, NominateTopIssue wish, Moment now) {
        if (wish.customers().isEmpty()) {
            throw new FieldRefusal("customer", "topissue.customer_missing");
        }
        this.id = TopIssueId.at(now.at());
        this.number = number;
        this.customer = wish.customers().getFirst();
        this.title = Texts.required(wish.title(), 160, "title");
        this.problem = Texts.required(wish.problem(), 4000, "problem");
        this.dimensionCode = wish.dimension();
        this.flow = wish.flow();
        this.state = TopIssueState.NOMINATED;
        this.plan = IssuePlan.NONE;
        this.demo = wish.demo();
        this.nominatedAt = now.at();
        this.nominatedBy = now.by();
        this.updatedAt = now.at();
        registerEvent(new TopIssueNominated(id, customer, now.at()));
        if (wish.owner() != null) {
            propose(wish.owner(), now);
        }
    }

    static TopIssue nominate(String number, NominateTopIssue wish, Moment now) {
        return new TopIssue(number, wish, now);
    }

    /** Corrects what was noted. A statement that changes has to be confirmed anew. */
    void correct(NominateTopIssue wish, @Nullable String said, Moment now) {
        checkOpen();
        title = Texts.required(wish.title(), 160, "title");
        problem = Texts.required(wish.problem(), 4000, "problem");
        dimensionCode = wish.dimension();
        flow = wish.flow();
        state(Texts.optional(said, 4000, "statement"), now);
        updatedAt = now.at();
    }

    /** Words the problem as the customer is asked about it. */
    void state(@Nullable String said, Moment now) {
        if (Objects.equals(said, statement)) {
            return;
        }
        if (startedAt != null) {
            throw new FieldRefusal("statement", "topissue.statement.fixed");
        }
        statement = said;
        if (state != TopIssueState.NOMINATED) {
            confirmed = null;
            understoodAt = null;
            plannedAt = null;
            become(TopIssueState.NOMINATED, now);
        }
    }

    void understand(TakeIssueStep wish, Moment now) {
        IssueStep.UNDERSTAND.check(state);
        statement = Texts.required(wish.statement() == null ? statement : wish.statement(), 4000, "statement");
        confirmed = ConfirmedStatement.of(Answer.of(wish, now, null), Texts.optional(wish.words(), 2000, "words"));
        understoodAt = now.at();
        become(TopIssueState.UNDERSTOOD, now);
    }

    /** Fills in what makes it measurable; parts may follow later. */
    void plan(PlanTopIssue wish, @Nullable String because, Moment now) {
        checkOpen();
        if (state.isAtLeast(TopIssueState.VERIFIED)) {
            throw new Refusal("topissue.plan.fixed", state);
        }
        if (startedAt != null && plan.isMovedBy(wish) && Texts.optional(because, 1000, "because") == null) {
            throw new FieldRefusal("because", "topissue.plan.because_missing");
        }
        plan = plan.revised(wish);
        if (state.isAtLeast(TopIssueState.PLANNED)) {
            requireSmart();
        }
        updatedAt = now.at();
    }

    /** Which of the five things are missing. */
    List<SmartPart> missing() {
        var missing = new ArrayList<SmartPart>();
        if (statement == null || confirmed == null) {
            missing.add(SmartPart.SPECIFIC);
        }
        if (!plan.isMeasurable()) {
            missing.add(SmartPart.MEASURABLE);
        }
        if (ownerAgreedAt == null) {
            missing.add(SmartPart.AGREED);
        }
        if (plan.stake() == null) {
            missing.add(SmartPart.RELEVANT);
        }
        if (plan.targetOn() == null) {
            missing.add(SmartPart.TIMED);
        }
        return missing;
    }

    private void requireSmart() {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new Refusal(missing.getFirst().missing());
        }
    }

    void finishPlan(Moment now) {
        IssueStep.PLAN.check(state);
        requireSmart();
        if (requireNonNull(plan.targetOn()).isBefore(now.today())) {
            throw new Refusal("topissue.smart.date_past");
        }
        plannedAt = now.at();
        nextTellingOn = now.today().plusDays(plan.rhythmDays());
        become(TopIssueState.PLANNED, now);
    }

    /**
     * Work begins.
     * @param tasks how many tasks there are
     */
    void start(int tasks, Moment now) {
        IssueStep.START.check(state);
        requireSmart();
        if (tasks == 0) {
            throw new Refusal("topissue.start.no_task");
        }
        startedAt = startedAt == null ? now.at() : startedAt;
        become(TopIssueState.IMPROVING, now);
    }

    /** Why it happens: one answer a line, the last one is what we can change. */
    void explain(@Nullable String lines, @Nullable CauseClass cause, @Nullable String root, Moment now) {
        checkOpen();
        whys = Texts.optional(lines, 4000, "whys");
        causeClass = cause;
        rootCause = Texts.optional(root, 4000, "rootCause");
        updatedAt = now.at();
    }

    void verify(TakeIssueStep wish, Moment now) {
        IssueStep.VERIFY.check(state);
        requireSmart();
        if (causeClass == null || rootCause == null) {
            throw new Refusal("topissue.verify.cause_missing");
        }
        var value = measured(wish, now);
        if (!plan.isReachedBy(value)) {
            throw new FieldRefusal("value", "topissue.verify.not_reached", plain(value),
                    plain(requireNonNull(plan.target())));
        }
        effectValue = value;
        effectOn = wish.on() == null ? now.today() : wish.on();
        effectWords = Texts.required(wish.words(), 2000, "words");
        verifiedAt = now.at();
        become(TopIssueState.VERIFIED, now);
    }

    /**
     * Wants the consent of every affected customer who has not left. Until each was asked
     * they wait for us.
     */
    void submit(Moment now) {
        IssueStep.SUBMIT.check(state);
        round++;
        submittedAt = now.at();
        submittedBy = now.by();
        nextTellingOn = now.today();
        become(TopIssueState.SUBMITTED, now);
    }

    /** Makes sure that nobody agrees in the customer's name to their own work. */
    Answer answered(TakeIssueStep wish, Moment now) {
        if (now.by() != null && (now.by().equals(owner) || now.by().equals(submittedBy))) {
            throw new Refusal("topissue.approve.own");
        }
        return Answer.of(wish, now, submittedAt);
    }

    /**
     * Every affected customer agreed or left.
     * @param left how many left
     */
    void approved(int left, Moment now) {
        leftCount = left;
        nextTellingOn = null;
        approvedAt = now.at();
        become(TopIssueState.APPROVED, now);
    }

    /** One customer does not agree: work goes on. */
    void rejected(Moment now) {
        IssueStep.REJECT.check(state);
        backToWork(now);
    }

    /**
     * Ends it.
     * @param kept whether a lesson is kept elsewhere
     */
    void close(TakeIssueStep wish, boolean kept, Moment now) {
        IssueStep.CLOSE.check(state);
        var learnt = Texts.optional(wish.lesson(), 4000, "lesson");
        if (learnt == null && !kept) {
            throw new FieldRefusal("lesson", "topissue.close.lesson_missing");
        }
        if (learnt != null && learnt.codePointCount(0, learnt.length()) < SHORTEST_LESSON && !kept) {
            throw new FieldRefusal("lesson", "topissue.close.lesson_short", SHORTEST_LESSON);
        }
        lesson = learnt == null ? number : learnt;
        checkDueOn = now.today().plusWeeks(plan.checkWeeks());
        closedAt = now.at();
        nextTellingOn = null;
        become(TopIssueState.CLOSED, now);
    }

    /**
     * Weeks later: if the value no longer reaches the target, the issue is open again.
     */
    void checkEffect(TakeIssueStep wish, Moment now) {
        IssueStep.CHECK.check(state);
        checkedValue = measured(wish, now);
        checkedOn = wish.on() == null ? now.today() : wish.on();
        checkWords = Texts.optional(wish.words(), 2000, "words");
        checkDueOn = null;
        updatedAt = now.at();
        if (!plan.isReachedBy(checkedValue)) {
            reopenedCount++;
            backToWork(now);
        }
    }

    void reopen(TakeIssueStep wish, Moment now) {
        IssueStep.REOPEN.check(state);
        Texts.required(wish.words(), 2000, "words");
        reopenedCount++;
        backToWork(now);
    }

    private void backToWork(Moment now) {
        closedAt = null;
        endedBecause = null;
        approvedAt = null;
        submittedAt = null;
        verifiedAt = null;
        effectValue = null;
        effectOn = null;
        effectWords = null;
        checkDueOn = null;
        nextTellingOn = now.today().plusDays(plan.rhythmDays());
        become(TopIssueState.IMPROVING, now);
    }

    void withdraw(TakeIssueStep wish, Moment now) {
        IssueStep.WITHDRAW.check(state);
        endedBecause = Texts.required(wish.words(), 1000, "words");
        closedAt = now.at();
        nextTellingOn = null;
        become(TopIssueState.WITHDRAWN, now);
    }

    /** Wants somebody to lead it; they agree themselves. */
    void propose(StaffId somebody, Moment now) {
        checkOpen();
        if (somebody.equals(owner)) {
            return;
        }
        owner = somebody;
        ownerAgreedAt = somebody.equals(now.by()) ? now.at() : null;
        updatedAt = now.at();
    }

    /** The one who was proposed agrees, and nobody in their name. */
    void agree(Moment now) {
        checkOpen();
        if (owner == null || !owner.equals(now.by())) {
            throw new Refusal("topissue.owner.not_you");
        }
        ownerAgreedAt = ownerAgreedAt == null ? now.at() : ownerAgreedAt;
        updatedAt = now.at();
    }

    void decline(Moment now) {
        checkOpen();
        if (owner == null || !owner.equals(now.by())) {
            throw new Refusal("topissue.owner.not_you");
        }
        if (state.isAtLeast(TopIssueState.PLANNED)) {
            throw new Refusal("topissue.owner.find_another");
        }
        owner = null;
        ownerAgreedAt = null;
        updatedAt = now.at();
    }

    /** The customers were told; the next time is a rhythm away. */
    void told(Moment now) {
        if (state != TopIssueState.SUBMITTED) {
            nextTellingOn = TopIssueState.TOLD.contains(state) ? now.today().plusDays(plan.rhythmDays()) : null;
        }
        updatedAt = now.at();
    }

    /** Whether every customer was asked: then we wait for them, else they for us. */
    void asked(boolean everybody, Moment now) {
        IssueStep.APPROVE.check(state);
        nextTellingOn = everybody ? null : now.today();
        updatedAt = now.at();
    }

    private static BigDecimal measured(TakeIssueStep wish, Moment now) {
        if (wish.value() == null) {
            throw new FieldRefusal("value", "topissue.value_missing");
        }
        if (wish.on() != null && wish.on().isAfter(now.today())) {
            throw new FieldRefusal("on", "topissue.day_future");
        }
        return requireNonNull(IssuePlan.number(wish.value(), "value"));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void become(TopIssueState next, Moment now) {
        registerEvent(new TopIssueMoved(id, customer, state, next, now.at()));
        state = next;
        updatedAt = now.at();
    }

    void checkOpen() {
        if (!state.isOpen()) {
            throw new Refusal("topissue.ended", state);
        }
    }

    TopIssueId id() {
        return id;
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return customer;
    }

    TopIssueState state() {
        return state;
    }

    @Nullable StaffId owner() {
        return owner;
    }

    @Nullable String statement() {
        return statement;
    }

    @Nullable String dimension() {
        return dimensionCode;
    }

    int round() {
        return round;
    }

    @Nullable LocalDate nextTellingOn() {
        return nextTellingOn;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** What the timeline compares before and after a change. */
    TopIssueFacts facts() {
        var said = confirmed;
        return new TopIssueFacts(title, problem, dimensionCode, flow, state, statement,
                said == null ? null : new ContactId(said.contact()), said == null ? null : said.channel(),
                said == null ? null : said.on(), said == null ? null : said.words(), said == null ? null : said.by(),
                owner, ownerAgreedAt == null ? null : "YES", plan.sponsor(), plan.measureKind(), plan.measureName(),
                plan.measureItem(), plan.measureUnit(), plan.baseline(), plan.target(), plan.stake(), plan.stakeValue(),
                plan.targetOn(), whys, causeClass, rootCause, plan.rhythmDays(), effectValue, effectOn, effectWords,
                plan.checkWeeks(), checkedValue, checkedOn, lesson, endedBecause);
    }

}
