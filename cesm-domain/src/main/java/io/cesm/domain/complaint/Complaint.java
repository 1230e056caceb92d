package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.Role;
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
 * What a customer came with, from their words to their consent. It is born with customer,
 * contact, words and a grade, and changes by steps; each says what is missing when it
 * cannot be taken. Nothing closes by itself.
 */
@Entity
public class Complaint extends AbstractAggregateRoot<Complaint> {

    private static final int LONGEST_SUBJECT = 200;

    private @EmbeddedId ComplaintId id;

    private String number;

    private @Enumerated(EnumType.STRING) ComplaintKind kind;

    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    @AttributeOverride(name = "id", column = @Column(name = "contact_id"))
    private ContactId contact;

    private String subject;

    private String verbatim;

    private @Enumerated(EnumType.STRING) ComplaintChannel channel;

    private @Nullable LocalDate occurredOn;

    private @Nullable String reference;

    private @Nullable String product;

    private @Nullable String dimensionCode;

    private @Enumerated(EnumType.STRING) @Nullable Flow flow;

    private @Enumerated(EnumType.STRING) ComplaintState state;

    private Grading grading;

    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private @Nullable Instant ownerSince;

    private int handOffs;

    private @Enumerated(EnumType.STRING) @Nullable Role lockedRole;

    private @Nullable CustomerWait waiting;

    private @Nullable String containment;

    private @Enumerated(EnumType.STRING) @Nullable CauseClass causeClass;

    private @Nullable String rootCause;

    private @Nullable String remedy;

    private @Nullable BigDecimal remedyCost;

    private @Nullable CustomerAnswer answer;

    private @Nullable String externalRoute;

    private @Nullable String endedBecause;

    private int reopenedCount;

    @AttributeOverride(name = "id", column = @Column(name = "merged_into"))
    private @Nullable ComplaintId mergedInto;

    private Instant receivedAt;

    @AttributeOverride(name = "id", column = @Column(name = "received_by"))
    private @Nullable StaffId receivedBy;

    private @Nullable Instant acknowledgedAt;

    private @Nullable Instant startedAt;

    private @Nullable Instant containedAt;

    private @Nullable Instant resolvedAt;

    @AttributeOverride(name = "id", column = @Column(name = "resolved_by"))
    private @Nullable StaffId resolvedBy;

    private @Nullable Instant confirmedAt;

    private @Nullable Instant closedAt;

    private boolean demo;

    private Instant updatedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Complaint() {
    }

    private Complaint(String number, FileComplaint wish, Grading grading, Moment now) {
        this.id = ComplaintId.at(now.at());
        this.number = number;
        this.kind = wish.kind();
        this.customer = wish.customer();
        this.contact = wish.contact();
        this.verbatim = Texts.required(wish.verbatim(), 4000, "verbatim");
        this.subject = subject(wish.subject(), verbatim);
        this.channel = wish.channel();
        this.occurredOn = happened(wish.occurredOn(), now);
        this.reference = Texts.optional(wish.reference(), 200, "reference");
        this.product = Texts.optional(wish.product(), 120, "product");
        this.dimensionCode = wish.dimension();
        this.flow = wish.flow();
        this.state = ComplaintState.RECEIVED;
        this.grading = grading;
        this.owner = wish.owner();
        this.ownerSince = wish.owner() == null ? null : now.at();
        this.demo = wish.demo();
        this.receivedAt = now.at();
        this.receivedBy = now.by();
        this.updatedAt = now.at();
        registerEvent(new ComplaintFiled(id, customer, now.at()));
    }

    static Complaint file(String number, FileComplaint wish, Grading grading, Moment now) {
        return new Complaint(number, wish, grading, now);
    }

    private static String subject(@Nullable String given, String words) {
        var said = Texts.optional(given, LONGEST_SUBJECT, "subject");
        if (said != null) {
            return said;
        }
        var line = words.lines().findFirst().orElse(words).strip();
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    private static @Nullable LocalDate happened(@Nullable LocalDate day, Moment now) {
        if (day != null && (day.isAfter(now.today()) || day.isBefore(now.today().minusYears(10)))) {
            throw new FieldRefusal("occurredOn", "complaint.occurred_on");
        }
        return day;
    }

    /** Corrects what was noted; times are never corrected. */
    void correct(FileComplaint wish, Moment now) {
        checkOpen();
        kind = wish.kind();
        contact = wish.contact();
        verbatim = Texts.required(wish.verbatim(), 4000, "verbatim");
        subject = subject(wish.subject(), verbatim);
        channel = wish.channel();
        occurredOn = happened(wish.occurredOn(), now);
        reference = Texts.optional(wish.reference(), 200, "reference");
        product = Texts.optional(wish.product(), 120, "product");
        dimensionCode = wish.dimension();
        flow = wish.flow();
        updatedAt = now.at();
    }

    void acknowledge(TakeStep wish, Moment now) {
        Step.ACKNOWLEDGE.check(kind, state);
        requireTold(wish);
        if (owner == null && wish.owner() == null) {
            throw new FieldRefusal("owner", "complaint.acknowledge.owner_missing");
        }
        if (owner == null) {
            belongTo(requireNonNull(wish.owner()), now);
        }
        acknowledgedAt = now.at();
        become(ComplaintState.ACKNOWLEDGED, now);
    }

    void start(TakeStep wish, Moment now) {
        Step.START.check(kind, state);
        if (owner == null && wish.owner() == null) {
            throw new FieldRefusal("owner", "complaint.start.owner_missing");
        }
        if (owner == null) {
            belongTo(requireNonNull(wish.owner()), now);
        }
        startedAt = startedAt == null ? now.at() : startedAt;
        become(ComplaintState.IN_PROGRESS, now);
    }

    void contain(TakeStep wish, Moment now) {
        Step.CONTAIN.check(kind, state);
        containment = Texts.required(wish.words(), 4000, "words");
        containedAt = now.at();
        become(ComplaintState.CONTAINED, now);
    }

    void resolve(TakeStep wish, Moment now) {
        Step.RESOLVE.check(kind, state);
        if (kind == ComplaintKind.COMPLAINT) {
            if (wish.cause() == null) {
                throw new FieldRefusal("cause", "complaint.resolve.cause_missing");
            }
            causeClass = wish.cause();
            rootCause = Texts.required(wish.rootCause(), 4000, "rootCause");
        }
        if (owner == null) {
            throw new Refusal("complaint.resolve.owner_missing");
        }
        remedy = Texts.required(wish.remedy(), 4000, "remedy");
        if (wish.cost() != null && (wish.cost().signum() < 0 || wish.cost().precision() - wish.cost().scale() > 12)) {
            throw new FieldRefusal("cost", "complaint.cost");
        }
        remedyCost = wish.cost();
        requireTold(wish);
        resolvedAt = now.at();
        resolvedBy = now.by();
        become(ComplaintState.RESOLVED, now);
    }

    void confirm(TakeStep wish, Moment now) {
        Step.CONFIRM.check(kind, state);
        answer = CustomerAnswer.of(wish, Texts.optional(wish.words(), 2000, "words"), requireNonNull(resolvedAt), now);
        confirmedAt = now.at();
        become(ComplaintState.CONFIRMED, now);
    }

    void declineDecision(TakeStep wish, Moment now) {
        Step.DECLINE.check(kind, state);
        answer = CustomerAnswer.of(wish, Texts.required(wish.words(), 2000, "words"), requireNonNull(resolvedAt), now);
        externalRoute = Texts.optional(wish.external(), 1000, "external");
        become(ComplaintState.DECISION_DECLINED, now);
    }

    /**
     * Closes it, with the customer's consent or on the way the customer takes outside.
     */
    void close(TakeStep wish, Moment now) {
        Step.CLOSE.check(kind, state);
        if (grading.grade() <= 2 && now.by() != null && now.by().equals(resolvedBy)) {
            throw new Refusal("complaint.close.four_eyes");
        }
        if (state == ComplaintState.DECISION_DECLINED) {
            var way = Texts.optional(wish.external(), 1000, "external");
            externalRoute = way == null ? externalRoute : way;
            if (externalRoute == null) {
                throw new FieldRefusal("external", "complaint.close.external_missing");
            }
        }
        end(ComplaintState.CLOSED, wish.words(), now);
    }

    void await(TakeStep wish, Moment now) {
        Step.WAIT.check(kind, state);
        waiting = new CustomerWait(Texts.required(wish.words(), 1000, "words"), now.at(), state);
        become(ComplaintState.WAITING_CUSTOMER, now);
    }

    void resume(Moment now) {
        Step.RESUME.check(kind, state);
        var before = requireNonNull(waiting).before();
        waiting = null;
        become(before, now);
    }

    void reopen(TakeStep wish, Moment now) {
        Step.REOPEN.check(kind, state);
        Texts.required(wish.words(), 2000, "words");
        reopenedCount++;
        closedAt = null;
        endedBecause = null;
        become(ComplaintState.REOPENED, now);
    }

    void withdraw(TakeStep wish, Moment now) {
        Step.WITHDRAW.check(kind, state);
        waiting = null;
        end(ComplaintState.WITHDRAWN, Texts.required(wish.words(), 1000, "words"), now);
    }

    void mergeInto(Complaint other, Moment now) {
        Step.MERGE.check(kind, state);
        if (other.id.equals(id)) {
            throw new FieldRefusal("into", "complaint.merge.itself");
        }
        if (!other.state.isOpen()) {
            throw new FieldRefusal("into", "complaint.merge.ended", other.state);
        }
        waiting = null;
        mergedInto = other.id;
        end(ComplaintState.MERGED, null, now);
    }

    /** Gives it to somebody; who may is decided before. */
    void belongTo(StaffId newOwner, Moment now) {
        checkOpen();
        if (newOwner.equals(owner)) {
            return;
        }
        handOffs += owner == null ? 0 : 1;
        owner = newOwner;
        ownerSince = now.at();
        updatedAt = now.at();
    }

    /** Gives it to a member of the iron triangle who cannot just pass it on. */
    void lock(StaffId somebody, Role role, Moment now) {
        belongTo(somebody, now);
        lockedRole = role;
    }

    boolean isLocked() {
        return lockedRole != null;
    }

    /** Grades it anew from what is known now. */
    void grade(Grading anew, Moment now) {
        checkOpen();
        if (anew.grade() != grading.grade()) {
            registerEvent(new ComplaintGraded(id, customer, grading.grade(), anew.grade(), now.at()));
        }
        grading = anew;
        updatedAt = now.at();
    }

    private static void requireTold(TakeStep wish) {
        Texts.required(wish.words(), 4000, "words");
        if (wish.channel() == null) {
            throw new FieldRefusal("channel", "complaint.told.channel_missing");
        }
    }

    private void end(ComplaintState last, @Nullable String because, Moment now) {
        closedAt = now.at();
        endedBecause = Texts.optional(because, 1000, "words");
        become(last, now);
    }

    private void become(ComplaintState next, Moment now) {
        registerEvent(new ComplaintMoved(id, customer, state, next, now.at()));
        state = next;
        updatedAt = now.at();
    }

    void checkOpen() {
        if (!state.isOpen()) {
            throw new Refusal("complaint.ended", state);
        }
    }

    ComplaintId id() {
        return id;
    }

    String number() {
        return number;
    }

    ComplaintKind kind() {
        return kind;
    }

    CustomerId customer() {
        return customer;
    }

    ContactId contact() {
        return contact;
    }

    String subject() {
        return subject;
    }

    String verbatim() {
        return verbatim;
    }

    ComplaintChannel channel() {
        return channel;
    }

    ComplaintState state() {
        return state;
    }

    Grading grading() {
        return grading;
    }

    @Nullable StaffId owner() {
        return owner;
    }

    int handOffs() {
        return handOffs;
    }

    @Nullable String dimension() {
        return dimensionCode;
    }

    @Nullable ComplaintId mergedInto() {
        return mergedInto;
    }

    @Nullable Instant waitingSince() {
        return waiting == null ? null : waiting.since();
    }

    Instant receivedAt() {
        return receivedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** What the timeline compares before and after a change. */
    ComplaintFacts facts() {
        var said = answer;
        return new ComplaintFacts(kind, contact, subject, verbatim, channel, occurredOn, reference, product,
                dimensionCode, flow, state, grading, owner, lockedRole, waiting == null ? null : waiting.what(),
                containment, causeClass, rootCause, remedy, remedyCost, said == null ? null : said.contact(),
                said == null ? null : said.channel(), said == null ? null : said.on(),
                said == null ? null : said.words(), said == null ? null : said.by(), externalRoute, endedBecause,
                mergedInto);
    }

}
