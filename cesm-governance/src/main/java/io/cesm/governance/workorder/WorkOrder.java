package io.cesm.governance.workorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A work order as lists, its page and the API show it.
 *
 * @param inReach whether the reader may open customer and complaint; who goes out to the
 * customer of another team sees their names only
 */
public record WorkOrder(WorkOrderId id, String number, ComplaintId complaint, String complaintNumber, String subject,
        CustomerId customer, boolean inReach, String customerName, @Nullable String customerNameEn,
        @Nullable String contactName, @Nullable String contactPhone, StaffId assignee, String assigneeName, String task,
        @Nullable String site, @Nullable String product, Instant plannedFrom, Instant plannedTo, WorkOrderState state,
        @Nullable Instant wayAt, @Nullable Instant arrivedAt, @Nullable Instant endedAt, @Nullable Boolean solved,
        @Nullable String outcome, @Nullable NotDone notDone, @Nullable String signedName, @Nullable UUID signature,
        long version) {

    /**
     * A part that was used.
     *
     * @param serial serial number, if it has one
     */
    public record Part(String name, BigDecimal quantity, @Nullable String serial) {
    }

    /** A photo taken on site. */
    public record Photo(UUID file, String name, String mediaType) {
    }

    /** Parts and photos, for one work order. */
    public record Evidence(List<Part> parts, List<Photo> photos) {
    }

    /** Whether it should have begun by now and has not. */
    public boolean isLate(Instant now) {
        return (state == WorkOrderState.PLANNED || state == WorkOrderState.ON_THE_WAY) && plannedTo.isBefore(now);
    }

    public @Nullable Long minutesOnSite() {
        return arrivedAt == null || endedAt == null ? null : java.time.Duration.between(arrivedAt, endedAt).toMinutes();
    }

}
