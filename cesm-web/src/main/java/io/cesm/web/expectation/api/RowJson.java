package io.cesm.web.expectation.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.Kano;
import org.jspecify.annotations.Nullable;

/** A line of the list; the four levels are 0 to 100, absent while they are not known. */
record RowJson(UUID id, String number, String verbatim, UUID customer, String customerName, @Nullable Integer tier,
        UUID contact, String contactName, ExpectationState state, @Nullable String dimension, @Nullable Flow flow,
        @Nullable Integer importance, @Nullable Kano kano, @Nullable UUID owner, @Nullable String ownerName,
        @Nullable LocalDate dueOn, Instant capturedAt, @Nullable BigDecimal expectedLevel,
        @Nullable BigDecimal committedLevel, @Nullable BigDecimal deliveredLevel, @Nullable BigDecimal perceivedLevel,
        long version) {

    static RowJson of(ExpectationRow it) {
        var owner = it.owner();
        return new RowJson(it.id().id(), it.number(), it.verbatim(), it.customer().id(), it.customerName(), it.tier(),
                it.contact().id(), it.contactName(), it.state(), it.dimension(), it.flow(), it.importance(), it.kano(),
                owner == null ? null : owner.id(), it.ownerName(), it.dueOn(), it.capturedAt(), it.expected(),
                it.committed(), it.delivered(), it.perceived(), it.version());
    }

}
