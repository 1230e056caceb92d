package io.cesm.expectation;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A link with which one contact confirms one state of one expectation, once. Only the
 * digest of its token is kept; it dies when it is used, revoked or too old, and when what
 * it is about has changed.
 */
@Entity
class ConfirmationLink {

    static final Duration LIFETIME = Duration.ofDays(14);

    private @EmbeddedId ConfirmationLinkId id;

    @AttributeOverride(name = "id", column = @Column(name = "expectation_id"))
    private ExpectationId expectation;

    private int revision;

    @AttributeOverride(name = "id", column = @Column(name = "contact_id"))
    private ContactId contact;

    private byte[] tokenHash;

    private Instant createdAt;

    @AttributeOverride(name = "id", column = @Column(name = "created_by"))
    private @Nullable StaffId createdBy;

    private Instant expiresAt;

    private @Nullable Instant usedAt;

    private byte @Nullable [] receiptHash;

    private @Nullable Instant revokedAt;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ConfirmationLink() {
    }

    ConfirmationLink(Expectation expectation, ContactId contact, byte[] tokenHash, Moment now) {
        this.id = ConfirmationLinkId.next();
        this.expectation = expectation.id();
        this.revision = expectation.revision();
        this.contact = contact;
        this.tokenHash = tokenHash;
        this.createdAt = now.at();
        this.createdBy = now.by();
        this.expiresAt = now.at().plus(LIFETIME);
    }

    /** What has become of it. */
    LinkState state(Expectation about, boolean contactIsThere, Instant now) {
        if (usedAt != null) {
            return LinkState.USED;
        }
        if (revokedAt != null) {
            return LinkState.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return LinkState.EXPIRED;
        }
        var same = about.state() == ExpectationState.DELIVERED && about.revision() == revision && contactIsThere;
        return same ? LinkState.OPEN : LinkState.CHANGED;
    }

    void use(byte[] receipt, Instant now) {
        usedAt = now;
        receiptHash = receipt;
    }

    void revoke(Instant now) {
        if (usedAt == null && revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean isReceipt(byte[] hash) {
        return receiptHash != null && MessageDigest.isEqual(receiptHash, hash);
    }

    ConfirmationLinkId id() {
        return id;
    }

    ExpectationId expectation() {
        return expectation;
    }

    ContactId contact() {
        return contact;
    }

    Instant expiresAt() {
        return expiresAt;
    }

}
