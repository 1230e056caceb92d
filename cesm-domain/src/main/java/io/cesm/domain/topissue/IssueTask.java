package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is done about a TOP issue.
 *
 * @param after the tasks that have to be done before
 */
public record IssueTask(UUID id, String title, TaskTerm term, StaffId owner, String ownerName, LocalDate startsOn,
        LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable String result, @Nullable BigDecimal plannedCost,
        @Nullable BigDecimal actualCost, Set<UUID> after, long version) {

    public boolean isDone() {
        return doneOn != null;
    }

    public boolean isLate(LocalDate today) {
        return doneOn == null && dueOn.isBefore(today);
    }

}
