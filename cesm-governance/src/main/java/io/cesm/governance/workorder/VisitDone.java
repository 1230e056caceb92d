package io.cesm.governance.workorder;

import java.time.Instant;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.CustomerId;

/** Somebody was at the customer's site and did what there was to do. */
public record VisitDone(WorkOrderId workOrder, ComplaintId complaint, CustomerId customer, boolean solved, Instant at) {
}
