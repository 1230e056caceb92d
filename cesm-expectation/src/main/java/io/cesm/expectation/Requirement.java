package io.cesm.expectation;

import java.time.Instant;
import java.time.LocalDate;

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

/**
 * An expectation handed to product development, with the way back to the customer's
 * words.
 */
@Entity
class Requirement {

    private @EmbeddedId RequirementId id;

    private String number;

    @AttributeOverride(name = "id", column = @Column(name = "expectation_id"))
    private ExpectationId expectation;

    @AttributeOverride(name = "id", column = @Column(name = "customer_id"))
    private CustomerId customer;

    private String title;

    private String statement;

    private @Enumerated(EnumType.STRING) RequirementState state;

    private @Nullable String releaseName;

    private @Nullable LocalDate releaseOn;

    private @Nullable String answer;

    private @Nullable String externalKey;

    private Instant createdAt;

    @AttributeOverride(name = "id", column = @Column(name = "created_by"))
    private @Nullable StaffId createdBy;

    private Instant updatedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Requirement() {
    }

    Requirement(String number, Expectation expectation, @Nullable String title, @Nullable String statement,
            Moment now) {
        if (!expectation.state().isOpen()) {
            throw new Refusal("expectation.closed", expectation.state());
        }
        this.id = RequirementId.next();
        this.number = number;
        this.expectation = expectation.id();
        this.customer = expectation.customer();
        this.title = Texts.required(title, 200, "title");
        this.statement = Texts.required(statement, 4000, "statement");
        this.state = RequirementState.OPEN;
        this.createdAt = now.at();
        this.createdBy = now.by();
        this.updatedAt = now.at();
    }

    /** Moves it on; a plan needs a release, a no needs an answer. */
    void move(MoveRequirement wish, Moment now) {
        if (!state.next().contains(wish.to())) {
            throw new FieldRefusal("to", "requirement.move");
        }
        var said = Texts.optional(wish.answer(), 1000, "answer");
        var release = Texts.optional(wish.releaseName(), 120, "releaseName");
        if (wish.to() == RequirementState.PLANNED && (release == null || wish.releaseOn() == null)) {
            throw new FieldRefusal("releaseName", "requirement.release_missing");
        }
        if (wish.to() == RequirementState.REJECTED && said == null) {
            throw new FieldRefusal("answer", "requirement.answer_missing");
        }
        state = wish.to();
        answer = said == null ? answer : said;
        releaseName = release == null ? releaseName : release;
        releaseOn = wish.releaseOn() == null ? releaseOn : wish.releaseOn();
        externalKey = wish.externalKey() == null ? externalKey : Texts.optional(wish.externalKey(), 120, "externalKey");
        updatedAt = now.at();
    }

    RequirementId id() {
        return id;
    }

    String number() {
        return number;
    }

    ExpectationId expectation() {
        return expectation;
    }

    RequirementState state() {
        return state;
    }

    long version() {
        return version == null ? 0 : version;
    }

}
