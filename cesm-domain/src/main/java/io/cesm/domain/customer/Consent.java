package io.cesm.domain.customer;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A person's yes or no to one purpose; a later one replaces it, none is ever changed. */
@Entity
class Consent {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ConsentPurpose purpose;

    private boolean given;

    private @Nullable String textVersion;

    private @Nullable String channel;

    private Instant at;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "recorded_by"))
    private @Nullable StaffId recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Consent() {
    }

    Consent(ConsentGiven said, @Nullable StaffId recordedBy) {
        this.id = Uuid7.next();
        this.purpose = said.purpose();
        this.given = said.given();
        this.textVersion = said.textVersion();
        this.channel = said.channel();
        this.at = said.at();
        this.recordedBy = recordedBy;
    }

}
