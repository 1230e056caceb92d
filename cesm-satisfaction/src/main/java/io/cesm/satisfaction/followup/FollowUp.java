package io.cesm.satisfaction.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A customer who should be asked, because of what they answered. */
@Entity
@Table(name = "follow_up")
class FollowUp {

    private @EmbeddedId FollowUpId id;

    private String number;

    @Column(name = "survey_id")
    private UUID survey;

    private LocalDate answeredOn;

    @Column(name = "response_id")
    private UUID response;

    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    @AttributeOverride(name = "id", column = @Column(name = "contact_id"))
    private @Nullable ContactId contact;

    private boolean confidential;

    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    private @Nullable StaffId owner;

    private @Enumerated(EnumType.STRING) FollowUpState state;

    private Instant openedAt;

    private Instant dueAt;

    private @Embedded @Nullable Occasion occasion;

    private @Nullable String quoteKey;

    private @Nullable Instant contactedAt;

    @AttributeOverride(name = "id", column = @Column(name = "contacted_by"))
    private @Nullable StaffId contactedBy;

    private @Enumerated(EnumType.STRING) @Nullable ContactChannel contactedChannel;

    private @Nullable String customerSaid;

    private @Nullable String outcome;

    private @Nullable String cause;

    private @Enumerated(EnumType.STRING) @Nullable Flow flow;

    private @Nullable String told;

    private @Nullable Instant closedAt;

    @AttributeOverride(name = "id", column = @Column(name = "closed_by"))
    private @Nullable StaffId closedBy;

    private Instant updatedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected FollowUp() {
    }

    FollowUp(String number, Opening opening) {
        this.id = FollowUpId.next();
        this.number = number;
        this.survey = opening.answer().survey();
        this.answeredOn = opening.answer().on();
        this.response = opening.answer().id();
        this.customer = opening.customer();
        this.contact = opening.answer().contact();
        this.confidential = opening.isConfidential();
        this.owner = opening.owner();
        this.state = FollowUpState.OPEN;
        this.openedAt = opening.at();
        this.dueAt = opening.dueAt();
        this.occasion = opening.occasion();
        this.quoteKey = opening.quoteKey();
        this.updatedAt = opening.at();
    }

    /** The customer was spoken to, perhaps after they had not been reached at first. */
    void contacted(@Nullable ContactChannel channel, @Nullable Instant when, @Nullable String said, Moment now) {
        if (state != FollowUpState.OPEN && state != FollowUpState.NOT_REACHED) {
            throw new Refusal("followup.contact.wrong_state");
        }
        if (channel == null) {
            throw new FieldRefusal("channel", "choice.required");
        }
        var at = when == null ? now.at() : when;
        if (at.isAfter(now.at())) {
            throw new FieldRefusal("on", "followup.contact.future");
        }
        if (at.isBefore(openedAt.minusSeconds(86_400))) {
            throw new FieldRefusal("on", "followup.contact.before_answer");
        }
        customerSaid = Texts.required(said, 2000, "said");
        contactedChannel = channel;
        contactedAt = at;
        contactedBy = now.by();
        state = FollowUpState.CONTACTED;
        outcome = null;
        closedAt = null;
        closedBy = null;
        updatedAt = now.at();
    }

    /**
     * It was dealt with: what came of it, why it had happened, and what the customer may
     * read.
     */
    void done(CloseFollowUp wish, Moment now) {
        if (state != FollowUpState.CONTACTED) {
            throw new Refusal("followup.done.wrong_state");
        }
        if (wish.cause() == null || wish.cause().isBlank()) {
            throw new FieldRefusal("cause", "choice.required");
        }
        var what = Texts.required(wish.outcome(), 2000, "outcome");
        told = Texts.optional(wish.told(), 1000, "told");
        cause = wish.cause();
        flow = wish.flow();
        close(FollowUpState.DONE, what, now);
    }

    void notReached(@Nullable String tries, Moment now) {
        if (state != FollowUpState.OPEN) {
            throw new Refusal("followup.not_reached.wrong_state");
        }
        close(FollowUpState.NOT_REACHED, Texts.required(tries, 2000, "outcome"), now);
    }

    void notNeeded(@Nullable String because, Moment now) {
        if (state != FollowUpState.OPEN) {
            throw new Refusal("followup.not_needed.wrong_state");
        }
        close(FollowUpState.NOT_NEEDED, Texts.required(because, 2000, "outcome"), now);
    }

    void belongTo(StaffId somebody, Moment now) {
        requireOpen();
        owner = somebody;
        updatedAt = now.at();
    }

    void fallDue(Instant when, Moment now) {
        requireOpen();
        if (when.isBefore(now.at().minusSeconds(86_400))) {
            throw new FieldRefusal("dueOn", "followup.due.past");
        }
        dueAt = when;
        updatedAt = now.at();
    }

    /** Another rule was met by the same answer: the sooner time counts. */
    void dueBy(Instant when) {
        if (state == FollowUpState.OPEN && when.isBefore(dueAt)) {
            dueAt = when;
        }
    }

    private void close(FollowUpState how, String what, Moment now) {
        state = how;
        outcome = what;
        closedAt = now.at();
        closedBy = now.by();
        updatedAt = now.at();
    }

    private void requireOpen() {
        if (!state.isOpen()) {
            throw new Refusal("followup.closed");
        }
    }

    FollowUpId id() {
        return id;
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return customer;
    }

    boolean isConfidential() {
        return confidential;
    }

    @Nullable StaffId owner() {
        return owner;
    }

    FollowUpState state() {
        return state;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable String cause() {
        return cause;
    }

    @Nullable String outcome() {
        return outcome;
    }

    @Nullable String told() {
        return told;
    }

    @Nullable Flow flow() {
        return flow;
    }

    @Nullable String customerSaid() {
        return customerSaid;
    }

    @Nullable ContactChannel contactedChannel() {
        return contactedChannel;
    }

    long version() {
        return version == null ? 0 : version;
    }

}
