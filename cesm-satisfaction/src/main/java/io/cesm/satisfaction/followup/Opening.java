package io.cesm.satisfaction.followup;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.reading.TakenAnswer;
import org.jspecify.annotations.Nullable;

/** Everything a follow-up is opened with. */
record Opening(TakenAnswer answer, CustomerId customer, @Nullable StaffId owner, Instant at, Instant dueAt) {

    boolean isConfidential() {
        return answer.anonymity() != Anonymity.NAMED;
    }

    Occasion occasion() {
        return Occasion.of(Lowest.of(answer));
    }

    @Nullable String quoteKey() {
        var quote = answer.quote();
        return quote == null ? null : quote.key();
    }

}
