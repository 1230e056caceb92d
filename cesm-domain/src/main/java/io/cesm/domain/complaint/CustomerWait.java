package io.cesm.domain.complaint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What we wait for from the customer.
 *
 * @param before the state it goes back to
 */
@Embeddable
record CustomerWait(@Column(name = "waiting_for") String what, @Column(name = "waiting_since") Instant since,
        @Column(name = "waiting_from") @Enumerated(EnumType.STRING) ComplaintState before) {
}
