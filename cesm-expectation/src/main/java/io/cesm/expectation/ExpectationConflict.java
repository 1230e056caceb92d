package io.cesm.expectation;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
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

/**
 * Two expectations of one customer that cannot both be met, and how the customer decided
 * between them.
 */
@Entity
class ExpectationConflict {

    private @EmbeddedId ConflictId id;

    @AttributeOverride(name = "id", column = @Column(name = "first_id"))
    private ExpectationId first;

    @AttributeOverride(name = "id", column = @Column(name = "second_id"))
    private ExpectationId second;

    private @Enumerated(EnumType.STRING) ConflictState state;

    private @Nullable Instant resolvedAt;

    @AttributeOverride(name = "id", column = @Column(name = "resolved_by"))
    private @Nullable StaffId resolvedBy;

    @AttributeOverride(name = "id", column = @Column(name = "chosen_id"))
    private @Nullable ExpectationId chosen;

    private @Nullable String decision;

    @AttributeOverride(name = "id", column = @Column(name = "decided_contact"))
    private @Nullable ContactId decidedBy;

    private @Nullable Told told;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ExpectationConflict() {
    }

    void resolve(ResolveConflict wish, LocalDate notBefore, Moment now) {
        checkOpen();
        if (!wish.chosen().equals(first) && !wish.chosen().equals(second)) {
            throw new FieldRefusal("chosen", "conflict.chosen.neither");
        }
        chosen = wish.chosen();
        decidedBy = wish.decidedBy();
        decision = Texts.required(wish.decision(), 2000, "decision");
        told = wish.told().judged(notBefore, now.today());
        settle(ConflictState.RESOLVED, now);
    }

    void dismiss(@Nullable String because, Moment now) {
        checkOpen();
        decision = Texts.required(because, 2000, "decision");
        settle(ConflictState.NOT_A_CONFLICT, now);
    }

    private void settle(ConflictState end, Moment now) {
        state = end;
        resolvedAt = now.at();
        resolvedBy = now.by();
    }

    private void checkOpen() {
        if (state != ConflictState.OPEN) {
            throw new Refusal("conflict.settled");
        }
    }

    ExpectationId first() {
        return first;
    }

    ExpectationId second() {
        return second;
    }

    long version() {
        return version == null ? 0 : version;
    }

}
