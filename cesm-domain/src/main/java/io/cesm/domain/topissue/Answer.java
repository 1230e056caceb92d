package io.cesm.domain.topissue;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * Who of the customer answered, how and on what day.
 *
 * @param proxy who of us recorded it, null if the customer answered themselves
 */
record Answer(ContactId contact, IssueChannel channel, LocalDate on, @Nullable StaffId proxy) {

    /**
     * Judges what was given.
     * @param asked when the customer was asked, if they were
     */
    static Answer of(TakeIssueStep wish, Moment now, @Nullable Instant asked) {
        if (wish.contact() == null) {
            throw new FieldRefusal("contact", "topissue.answer.contact_missing");
        }
        if (wish.channel() == null) {
            throw new FieldRefusal("channel", "topissue.answer.channel_missing");
        }
        if (wish.channel() == IssueChannel.LINK && now.by() != null) {
            throw new FieldRefusal("channel", "topissue.answer.not_by_link");
        }
        var on = wish.on() == null ? now.today() : wish.on();
        if (on.isAfter(now.today()) || (asked != null && on.isBefore(CompanyTime.dayOf(asked)))) {
            throw new FieldRefusal("on", "topissue.answer.on");
        }
        return new Answer(wish.contact(), wish.channel(), on, now.by());
    }

}
