package io.cesm.domain.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said to our solution.
 *
 * @param proxy who of us recorded it, null if the customer did
 */
@Embeddable
record CustomerAnswer(@Column(name = "answered_contact") UUID contactId,
        @Column(name = "answered_channel") @Enumerated(EnumType.STRING) ComplaintChannel channel,
        @Column(name = "answered_on") LocalDate on, @Column(name = "answer_words") @Nullable String words,
        @Column(name = "answer_proxy") @Nullable UUID proxy) {

    static CustomerAnswer of(TakeStep wish, @Nullable String words, Instant resolvedAt, Moment now) {
        if (wish.contact() == null) {
            throw new FieldRefusal("contact", "complaint.answer.contact_missing");
        }
        if (wish.channel() == null) {
            throw new FieldRefusal("channel", "complaint.answer.channel_missing");
        }
        var on = wish.on() == null ? now.today() : wish.on();
        if (on.isAfter(now.today()) || on.isBefore(CompanyTime.dayOf(resolvedAt))) {
            throw new FieldRefusal("on", "complaint.answer.on");
        }
        var by = now.by();
        return new CustomerAnswer(wish.contact().id(), wish.channel(), on, words, by == null ? null : by.id());
    }

    ContactId contact() {
        return new ContactId(contactId);
    }

    @Nullable StaffId by() {
        return proxy == null ? null : new StaffId(proxy);
    }

}
