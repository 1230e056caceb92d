package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said about what we delivered.
 *
 * @param on the day they said it
 * @param at when it was recorded
 * @param proxy the member of staff who recorded it in the customer's place, null if the
 * customer clicked themselves
 */
@Embeddable
public record Answer(@Column(name = "perceived_level") @Nullable BigDecimal perceived,
        @Column(name = "answered_on") LocalDate on, @Column(name = "answered_at") Instant at,
        @AttributeOverride(name = "id", column = @Column(name = "answered_contact")) ContactId contact,
        @Column(name = "answered_channel") @Enumerated(EnumType.STRING) Channel channel,
        @Column(name = "answer_words") @Nullable String words,
        @AttributeOverride(name = "id", column = @Column(name = "answer_proxy")) @Nullable StaffId proxy) {

    static Answer of(CustomerAnswer said, @Nullable BigDecimal perceived, @Nullable String words, Delivery delivery,
            Moment now) {
        var delivered = Moment.dayOf(delivery.at());
        if (said.contact() == null) {
            throw new FieldRefusal("contact", "expectation.answer.contact_missing");
        }
        if (said.channel() == null) {
            throw new FieldRefusal("channel", "expectation.answer.channel_missing");
        }
        if (said.on() == null) {
            throw new FieldRefusal("answeredOn", "expectation.answer.date_missing");
        }
        if (said.on().isBefore(delivered) || said.on().isAfter(now.today())) {
            throw new FieldRefusal("answeredOn", "expectation.answer.date_range", delivered.toString(),
                    now.today().toString());
        }
        var proxy = said.channel() == Channel.LINK ? null : now.by();
        return new Answer(perceived, said.on(), now.at(), said.contact(), said.channel(), words, proxy);
    }

    public boolean isByProxy() {
        return proxy != null;
    }

}
