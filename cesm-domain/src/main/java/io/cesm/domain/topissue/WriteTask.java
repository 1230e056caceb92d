package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** The wish to add or change a task. */
public record WriteTask(@Nullable String title, @Nullable TaskTerm term, @Nullable StaffId owner,
        @Nullable LocalDate startsOn, @Nullable LocalDate dueOn, @Nullable BigDecimal plannedCost,
        @Nullable BigDecimal actualCost, Set<UUID> after) {
}
