package io.cesm.domain.topissue;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Who of the customer said that we understood the problem.
 *
 * @param proxy who of us recorded it, null if the customer did
 */
@Embeddable
record ConfirmedStatement(@Column(name = "confirmed_contact") UUID contact,
        @Column(name = "confirmed_channel") @Enumerated(EnumType.STRING) IssueChannel channel,
        @Column(name = "confirmed_on") LocalDate on, @Column(name = "confirmed_words") @Nullable String words,
        @Column(name = "confirmed_proxy") @Nullable UUID proxy) {

    static ConfirmedStatement of(Answer answer, @Nullable String words) {
        var by = answer.proxy();
        return new ConfirmedStatement(answer.contact().id(), answer.channel(), answer.on(), words,
                by == null ? null : by.id());
    }

    @Nullable StaffId by() {
        return proxy == null ? null : new StaffId(proxy);
    }

}
