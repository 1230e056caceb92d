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

    private static final int LONGEST_STAKE = 14;

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

    @AttributeOverride(name = "id", column = @Column(name = "confirmed_contact"))
    private @Nullable ContactId confirmedContact;

    private @Enumerated(EnumType.STRING) @Nullable IssueChannel confirmedChannel;

    private @Nullable LocalDate confirmedOn;

    private @Nullable String confirmedWords;

    @AttributeOverride(name = "id", column = @Column(name = "confirmed_proxy"))
    private @Nullable StaffId confirmedProxy;

    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private @Nullable Instant ownerAgreedAt;

    @AttributeOverride(name = "id", column = @Column(name = "sponsor_id"))
    private @Nullable StaffId sponsor;

    private @Enumerated(EnumType.STRING) @Nullable MeasureKind measureKind;

    private @Nullable String measureName;

    private @Nullable String measureItem;

    private @Nullable String measureUnit;

    private boolean rising;

    private @Nullable BigDecimal baseline;

    private @Nullable BigDecimal target;

    private @Nullable String stake;

    private @Nullable BigDecimal stakeValue;

    private @Nullable LocalDate targetOn;

    private @Nullable String whys;

    private @Enumerated(EnumType.STRING) @Nullable CauseClass causeClass;

    private @Nullable String rootCause;

    private int rhythmDays = 14;

    private @Nullable LocalDate nextTellingOn;

    private @Nullable BigDecimal effectValue;

    private @Nullable LocalDate effectOn;

    private @Nullable String effectWords;

    private int checkWeeks = 8;

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

    private void state(@Nullable String said, Moment now) {
        if (Objects.equals(said, statement)) {
            return;
        }
        if (startedAt != null) {
            throw new FieldRefusal("statement", "topissue.statement.fixed");
        }
        statement = said;
        if (state != TopIssueState.NOMINATED) {
            forgetConfirmation();
            become(TopIssueState.NOMINATED, now);
        }
    }

    private void forgetConfirmation() {
        confirmedContact = null;
        confirmedChannel = null;
        confirmedOn = null;
        confirmedWords = null;
        confirmedProxy = null;
        understoodAt = null;
        plannedAt = null;
    }

    void understand(TakeIssueStep wish, Moment now) {
        IssueStep.UNDERSTAND.check(state);
        statement = Texts.required(wish.statement() == null ? statement : wish.statement(), 4000, "statement");
        var answer = Answer.of(wish, now, null);
        confirmedContact = answer.contact();
        confirmedChannel = answer.channel();
        confirmedOn = answer.on();
        confirmedWords = Texts.optional(wish.words(), 2000, "words");
        confirmedProxy = answer.proxy();
        understoodAt = now.at();
        become(TopIssueState.UNDERSTOOD, now);
    }

    /** Fills in what makes it measurable; parts may follow later. */
    void plan(PlanTopIssue wish, @Nullable String because, Moment now) {
        checkOpen();
        if (state.isAtLeast(TopIssueState.VERIFIED)) {
            throw new Refusal("topissue.plan.fixed", state);
        }
        if (startedAt != null && moves(wish) && Texts.optional(because, 1000, "because") == null) {
            throw new FieldRefusal("because", "topissue.plan.because_missing");
        }
        measureKind = wish.kind();
        measureName = Texts.optional(wish.measure(), 200, "measure");
        measureItem = Texts.optional(wish.item(), 120, "item");
        if (measureKind == MeasureKind.SURVEY_ITEM && measureName != null && measureItem == null) {
            throw new FieldRefusal("item", "topissue.item_missing");
        }
        measureUnit = Texts.optional(wish.unit(), 40, "unit");
        rising = wish.rising();
        baseline = number(wish.baseline(), "baseline");
        target = number(wish.target(), "target");
        judgeDirection();
        stake = Texts.optional(wish.stake(), 1000, "stake");
        stakeValue = amount(wish.stakeValue(), "stakeValue");
        targetOn = wish.targetOn();
        sponsor = wish.sponsor();
        rhythmDays = range(wish.rhythmDays(), rhythmDays, 1, 180, "rhythmDays");
        checkWeeks = range(wish.checkWeeks(), checkWeeks, 1, 104, "checkWeeks");
        if (state.isAtLeast(TopIssueState.PLANNED)) {
            requireSmart();
        }
        updatedAt = now.at();
    }

    private boolean moves(PlanTopIssue wish) {
        return differs(baseline, wish.baseline()) || differs(target, wish.target())
                || !Objects.equals(targetOn, wish.targetOn());
    }

    private static boolean differs(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one != other : one.compareTo(other) != 0;
    }

    private void judgeDirection() {
        if (baseline != null && target != null) {
            int step = target.compareTo(baseline);
            if (step == 0) {
                throw new FieldRefusal("target", "topissue.target.same");
            }
            if (step > 0 != rising) {
                throw new FieldRefusal("target", rising ? "topissue.target.lower" : "topissue.target.higher");
            }
        }
    }

    /** Which of the five things are missing. */
    List<SmartPart> missing() {
        var missing = new ArrayList<SmartPart>();
        if (statement == null || confirmedContact == null) {
            missing.add(SmartPart.SPECIFIC);
        }
        if (measureName == null || baseline == null || target == null) {
            missing.add(SmartPart.MEASURABLE);
        }
        if (ownerAgreedAt == null) {
            missing.add(SmartPart.AGREED);
        }
        if (stake == null) {
            missing.add(SmartPart.RELEVANT);
        }
        if (targetOn == null) {
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
        if (requireNonNull(targetOn).isBefore(now.today())) {
            throw new Refusal("topissue.smart.date_past");
        }
        plannedAt = now.at();
        nextTellingOn = now.today().plusDays(rhythmDays);
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
        if (!reaches(value)) {
            throw new FieldRefusal("value", "topissue.verify.not_reached", plain(value), plain(requireNonNull(target)));
        }
        effectValue = value;
        effectOn = wish.on() == null ? now.today() : wish.on();
        effectWords = Texts.required(wish.words(), 2000, "words");
        verifiedAt = now.at();
        become(TopIssueState.VERIFIED, now);
    }

    /** Asks every affected customer who has not left. */
    void submit(Moment now) {
        IssueStep.SUBMIT.check(state);
        round++;
        submittedAt = now.at();
        submittedBy = now.by();
        nextTellingOn = null;
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
        checkDueOn = now.today().plusWeeks(checkWeeks);
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
        if (!reaches(checkedValue)) {
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
        nextTellingOn = now.today().plusDays(rhythmDays);
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
        nextTellingOn = TopIssueState.TOLD.contains(state) ? now.today().plusDays(rhythmDays) : null;
        updatedAt = now.at();
    }

    /** Whether a value is as good as the target or better. */
    boolean reaches(BigDecimal value) {
        int over = value.compareTo(requireNonNull(target));
        return rising ? over >= 0 : over <= 0;
    }

    private static BigDecimal measured(TakeIssueStep wish, Moment now) {
        if (wish.value() == null) {
            throw new FieldRefusal("value", "topissue.value_missing");
        }
        if (wish.on() != null && wish.on().isAfter(now.today())) {
            throw new FieldRefusal("on", "topissue.day_future");
        }
        return requireNonNull(number(wish.value(), "value"));
    }

    static @Nullable BigDecimal number(@Nullable BigDecimal value, String field) {
        if (value != null && (value.precision() - value.scale() > 12 || value.stripTrailingZeros().scale() > 4)) {
            throw new FieldRefusal(field, "topissue.number");
        }
        return value;
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal value, String field) {
        if (value != null && (value.signum() < 0 || value.precision() - value.scale() > LONGEST_STAKE)) {
            throw new FieldRefusal(field, "topissue.amount");
        }
        return value;
    }

    private static int range(@Nullable Integer given, int before, int least, int most, String field) {
        if (given == null) {
            return before;
        }
        if (given < least || given > most) {
            throw new FieldRefusal(field, "number.range", least, most);
        }
        return given;
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
        return new TopIssueFacts(title, problem, dimensionCode, flow, state, statement, confirmedContact,
                confirmedChannel, confirmedOn, confirmedWords, confirmedProxy, owner,
                ownerAgreedAt == null ? null : "YES", sponsor, measureKind, measureName, measureItem, measureUnit,
                baseline, target, stake, stakeValue, targetOn, whys, causeClass, rootCause, rhythmDays, effectValue,
                effectOn, effectWords, checkWeeks, checkedValue, checkedOn, lesson, endedBecause);
    }

}
