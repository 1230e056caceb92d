package io.cesm.expectation;

import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How the customer heard of it: when, by whom, who of theirs, on which way.
 */
@Embeddable
public record Told(@Column(name = "told_on") LocalDate on,
        @AttributeOverride(name = "id", column = @Column(name = "told_by")) StaffId by,
        @AttributeOverride(name = "id", column = @Column(name = "told_contact")) ContactId contact,
        @Column(name = "told_channel") @Enumerated(EnumType.STRING) Channel channel) {

    Told judged(LocalDate notBefore, LocalDate today) {
        if (on.isAfter(today)) {
            throw new FieldRefusal("toldOn", "expectation.told.future");
        }
        if (on.isBefore(notBefore)) {
            throw new FieldRefusal("toldOn", "expectation.told.before_said", notBefore);
        }
        return new Told(on, by, contact, Channel.spoken(channel, "toldChannel"));
    }

}
