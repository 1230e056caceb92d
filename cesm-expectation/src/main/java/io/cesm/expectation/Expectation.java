package io.cesm.expectation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
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
 * What a customer told us they count on, from their words to their confirmation. It is
 * born with customer, contact and words and changes by verbs; each verb says what is
 * missing when it cannot be done.
 */
@Entity
public class Expectation extends AbstractAggregateRoot<Expectation> {

    private @EmbeddedId ExpectationId id;

    private String number;

    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    @AttributeOverride(name = "id", column = @Column(name = "contact_id"))
    private ContactId contact;

    private String verbatim;

    private @Nullable String understood;

    private Origin origin;

    private @Nullable Classification classification;

    private @Enumerated(EnumType.STRING) ExpectationState state;

    private @Nullable Target target;

    @AttributeOverride(name = "id", column = @Column(name = "clarified_with"))
    private @Nullable ContactId clarifiedWith;

    private @Nullable Instant clarifiedAt;

    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private @Nullable LocalDate dueOn;

    private @Nullable Commitment commitment;

    private @Nullable Declining declining;

    private @Nullable Told told;

    private @Nullable Delivery delivery;

    private @Nullable Answer answer;

    private int notMetCount;

    private @Nullable CompetitorPromise competitor;

    private @Nullable String withdrawnBecause;

    @AttributeOverride(name = "id", column = @Column(name = "merged_into"))
    private @Nullable ExpectationId mergedInto;

    private int revision = 1;

    private boolean demo;

    private Instant capturedAt;

    @AttributeOverride(name = "id", column = @Column(name = "captured_by"))
    private @Nullable StaffId capturedBy;

    private @Nullable Instant closedAt;

    private Instant updatedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Expectation() {
    }

    private Expectation(String number, CaptureExpectation wish, LocalDate dueOn, Moment now) {
        this.id = ExpectationId.at(now.at());
        this.number = number;
        this.customer = wish.customer();
        this.contact = wish.contact();
        this.verbatim = Texts.required(wish.verbatim(), 4000, "verbatim");
        this.understood = Texts.optional(wish.understood(), 4000, "understood");
        this.origin = wish.origin(now.today());
        this.classification = wish.classification();
        this.target = wish.target().judged();
        this.competitor = wish.competitor();
        this.owner = wish.owner();
        this.demo = wish.demo();
        this.state = ExpectationState.CAPTURED;
        this.capturedAt = now.at();
        this.capturedBy = now.by();
        this.updatedAt = now.at();
        this.dueOn = dueOn;
        registerEvent(new ExpectationCaptured(id, customer, contact, now.at()));
    }

    static Expectation capture(String number, CaptureExpectation wish, LocalDate dueOn, Moment now) {
        return new Expectation(number, wish, dueOn, now);
    }

    void correctWords(CorrectWords wish, Moment now) {
        checkOpen();
        contact = wish.contact();
        verbatim = Texts.required(wish.verbatim(), 4000, "verbatim");
        understood = Texts.optional(wish.understood(), 4000, "understood");
        origin = wish.origin().judged(now.today());
        shownAnew(now);
    }

    void classify(Classification wish, Moment now) {
        checkOpen();
        classification = wish;
        updatedAt = now.at();
    }

    void compare(@Nullable CompetitorPromise wish, Moment now) {
        checkOpen();
        competitor = wish;
        updatedAt = now.at();
    }

    /** Notes a target before it is agreed; later only clarifying again changes it. */
    void sketch(Target wish, Moment now) {
        if (state != ExpectationState.CAPTURED) {
            throw new Refusal("expectation.target.clarified", state);
        }
        target = wish.judged();
        shownAnew(now);
    }

    void clarify(ClarifyExpectation wish, LocalDate nextDue, Moment now) {
        Verb.CLARIFY.checkAllowedIn(state);
        var complete = wish.target().complete();
        var checkedWith = wish.requiredContact();
        classification = wish.place(classification());
        var words = Texts.optional(wish.understood(), 4000, "understood");
        understood = words == null ? understood : words;
        target = complete;
        clarifiedWith = checkedWith;
        clarifiedAt = now.at();
        dueOn = nextDue;
        become(ExpectationState.CLARIFIED, now);
        registerEvent(new ExpectationClarified(id, customer, requireNonNull(complete.level()),
                requireNonNull(complete.wantedOn()), now.at()));
    }

    void commit(CommitExpectation wish, Moment now) {
        Verb.COMMIT.checkAllowedIn(state);
        var promise = Commitment.of(wish, target(), origin.saidOn(), null, now);
        promise.checkMeets(target());
        committed(promise, null, wish, now);
    }

    void adjust(AdjustExpectation wish, Moment now) {
        Verb.ADJUST.checkAllowedIn(state);
        var because = Texts.required(wish.because(), 1000, "because");
        var promise = Commitment.of(wish.promise(), target(), origin.saidOn(), because, now);
        committed(promise, wish.told().judged(origin.saidOn(), now.today()), wish.promise(), now);
    }

    private void committed(Commitment promise, @Nullable Told toldCustomer, CommitExpectation wish, Moment now) {
        if (wish.owner() == null) {
            throw new FieldRefusal("owner", "expectation.commit.owner_missing");
        }
        owner = wish.owner();
        commitment = promise;
        told = toldCustomer;
        delivery = null;
        dueOn = promise.on();
        become(ExpectationState.COMMITTED, now);
        registerEvent(new ExpectationCommitted(id, customer, owner, promise.level(), promise.on(),
                promise.adjustedBecause() != null, now.at()));
    }

    void decline(DeclineExpectation wish, Moment now) {
        Verb.DECLINE.checkAllowedIn(state);
        declining = wish.declining().judged();
        told = wish.told().judged(origin.saidOn(), now.today());
        close(ExpectationState.DECLINED, now);
        registerEvent(new ExpectationDeclined(id, customer, now.at()));
    }

    void deliver(DeliverExpectation wish, boolean evidenceOnFile, LocalDate nextDue, Moment now) {
        Verb.DELIVER.checkAllowedIn(state);
        delivery = Delivery.of(wish, target(), evidenceOnFile, now);
        dueOn = nextDue;
        become(ExpectationState.DELIVERED, now);
        registerEvent(new ExpectationDelivered(id, customer, delivery.level(), now.at()));
    }

    void confirm(CustomerAnswer said, Moment now) {
        Verb.CONFIRM.checkAllowedIn(state);
        var perceived = Numbers.requiredLevel(said.perceived(), "perceivedLevel", "expectation.confirm.level_missing");
        answer = Answer.of(said, perceived, Texts.optional(said.words(), 2000, "words"), requireNonNull(delivery), now);
        close(ExpectationState.CONFIRMED, now);
        registerEvent(new ExpectationConfirmed(id, customer, perceived, answer.isByProxy(), now.at()));
    }

    void notMet(CustomerAnswer said, LocalDate nextDue, Moment now) {
        Verb.NOT_MEET.checkAllowedIn(state);
        var perceived = Numbers.level(said.perceived(), "perceivedLevel");
        answer = Answer.of(said, perceived, Texts.required(said.words(), 2000, "words"), requireNonNull(delivery), now);
        notMetCount++;
        dueOn = nextDue;
        become(ExpectationState.NOT_MET, now);
        registerEvent(new ExpectationNotMet(id, customer, perceived, answer.isByProxy(), now.at()));
    }

    void withdraw(@Nullable String because, Moment now) {
        Verb.WITHDRAW.checkAllowedIn(state);
        withdrawnBecause = Texts.required(because, 1000, "because");
        close(ExpectationState.WITHDRAWN, now);
        registerEvent(new ExpectationWithdrawn(id, customer, now.at()));
    }

    void mergeInto(Expectation other, Moment now) {
        Verb.MERGE.checkAllowedIn(state);
        Merging.check(this, other);
        mergedInto = other.id;
        close(ExpectationState.MERGED, now);
        registerEvent(new ExpectationMerged(id, other.id, customer, now.at()));
    }

    /** Gives it to somebody; who may is decided before. */
    void belongTo(StaffId newOwner, Moment now) {
        checkOpen();
        owner = newOwner;
        updatedAt = now.at();
    }

    void fallDue(LocalDate day, Moment now) {
        checkOpen();
        dueOn = day;
        updatedAt = now.at();
    }

    private void become(ExpectationState next, Moment now) {
        state = next;
        shownAnew(now);
    }

    private void close(ExpectationState last, Moment now) {
        closedAt = now.at();
        dueOn = null;
        become(last, now);
    }

    private void shownAnew(Moment now) {
        revision++;
        updatedAt = now.at();
    }

    private void checkOpen() {
        if (!state.isOpen()) {
            throw new Refusal("expectation.closed", state);
        }
    }

    ExpectationId id() {
        return id;
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return customer;
    }

    ContactId contact() {
        return contact;
    }

    String verbatim() {
        return verbatim;
    }

    @Nullable String understood() {
        return understood;
    }

    Origin origin() {
        return origin;
    }

    Classification classification() {
        return classification == null ? Classification.NONE : classification;
    }

    ExpectationState state() {
        return state;
    }

    Target target() {
        return target == null ? Target.NONE : target;
    }

    @Nullable ContactId clarifiedWith() {
        return clarifiedWith;
    }

    @Nullable Instant clarifiedAt() {
        return clarifiedAt;
    }

    @Nullable StaffId owner() {
        return owner;
    }

    @Nullable LocalDate dueOn() {
        return dueOn;
    }

    @Nullable Commitment commitment() {
        return commitment;
    }

    @Nullable Declining declining() {
        return declining;
    }

    @Nullable Told told() {
        return told;
    }

    @Nullable Delivery delivery() {
        return delivery;
    }

    @Nullable Answer answer() {
        return answer;
    }

    @Nullable CompetitorPromise competitor() {
        return competitor;
    }

    @Nullable String withdrawnBecause() {
        return withdrawnBecause;
    }

    @Nullable ExpectationId mergedInto() {
        return mergedInto;
    }

    int revision() {
        return revision;
    }

    Instant capturedAt() {
        return capturedAt;
    }

    @Nullable StaffId capturedBy() {
        return capturedBy;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    int notMetCount() {
        return notMetCount;
    }

    long version() {
        return version == null ? 0 : version;
    }

}
