package io.cesm.expectation;

import java.time.Instant;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * An offer to take an expectation over. Until it is accepted, the giver keeps what they
 * have.
 */
@Entity
@Table(name = "expectation_handover")
class HandOver {

    private @EmbeddedId HandOverId id;

    @AttributeOverride(name = "id", column = @Column(name = "expectation_id"))
    private ExpectationId expectation;

    @AttributeOverride(name = "id", column = @Column(name = "from_staff"))
    private @Nullable StaffId giver;

    @AttributeOverride(name = "id", column = @Column(name = "to_staff"))
    private StaffId receiver;

    @AttributeOverride(name = "id", column = @Column(name = "offered_by"))
    private @Nullable StaffId offeredBy;

    private @Nullable String note;

    private Instant offeredAt;

    private @Enumerated(EnumType.STRING) HandOverState state;

    private @Nullable Instant answeredAt;

    private @Nullable String reason;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected HandOver() {
    }

    HandOver(Expectation expectation, StaffId receiver, @Nullable String note, Moment now) {
        if (!expectation.state().isOpen()) {
            throw new Refusal("expectation.closed", expectation.state());
        }
        if (receiver.equals(expectation.owner())) {
            throw new FieldRefusal("receiver", "expectation.handover.to_owner");
        }
        this.id = HandOverId.next();
        this.expectation = expectation.id();
        this.giver = expectation.owner();
        this.receiver = receiver;
        this.offeredBy = now.by();
        this.note = Texts.optional(note, 1000, "note");
        this.offeredAt = now.at();
        this.state = HandOverState.OFFERED;
    }

    void accept(Moment now) {
        answer(HandOverState.ACCEPTED, null, now);
    }

    void refuse(@Nullable String because, Moment now) {
        answer(HandOverState.REFUSED, Texts.required(because, 1000, "because"), now);
    }

    void takeBack(Moment now) {
        answer(HandOverState.TAKEN_BACK, null, now);
    }

    private void answer(HandOverState answer, @Nullable String because, Moment now) {
        if (state != HandOverState.OFFERED) {
            throw new Refusal("expectation.handover.answered");
        }
        state = answer;
        reason = because;
        answeredAt = now.at();
    }

    ExpectationId expectation() {
        return expectation;
    }

    @Nullable StaffId giver() {
        return giver;
    }

    StaffId receiver() {
        return receiver;
    }

    @Nullable StaffId offeredBy() {
        return offeredBy;
    }

    HandOverState state() {
        return state;
    }

}
