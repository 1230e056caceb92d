package io.cesm.web.workorder.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.workorder.DispatchWork;
import io.cesm.governance.workorder.DispatchingWork;
import io.cesm.governance.workorder.FinishWork;
import io.cesm.governance.workorder.NotDone;
import io.cesm.governance.workorder.WorkOrder;
import io.cesm.governance.workorder.WorkOrderBook;
import io.cesm.governance.workorder.WorkOrderId;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.workorder.WorkOrderQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work orders for programs. */
@RestController
@RequestMapping("/api/v1/work-orders")
class WorkOrdersApi {

    private static final int LARGEST = 200;

    private final WorkOrderBook book;

    private final DispatchingWork dispatching;

    private final CurrentActor current;

    WorkOrdersApi(WorkOrderBook book, DispatchingWork dispatching, CurrentActor current) {
        this.book = book;
        this.dispatching = dispatching;
        this.current = current;
    }

    /** Somebody to be sent out about a complaint. */
    record NewOrder(@NotNull UUID complaint, @NotNull UUID assignee, @NotBlank @Size(max = 1000) String task,
            @Nullable String site, @NotNull Instant from, @NotNull Instant to) {
    }

    /** What was done; photos are added on the page. */
    record DoneBody(@NotNull Boolean solved, @NotBlank @Size(max = 2000) String outcome,
            @Nullable List<WorkOrder.@NotNull Part> parts, @NotBlank @Size(max = 80) String signedName) {
    }

    /** Why it came to nothing. */
    record NotDoneBody(@NotNull NotDone reason, @NotBlank @Size(max = 2000) String words) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<WorkOrder> list(@ModelAttribute WorkOrderQuery query, @RequestParam(defaultValue = "50") int size) {
        return book.slice(query.filter(current.actor()), Math.clamp(size, 1, LARGEST), query.cursor());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<WorkOrder> dispatch(@Valid @RequestBody NewOrder body) {
        var it = book.require(dispatching.dispatch(new ComplaintId(body.complaint()),
                new DispatchWork(new StaffId(body.assignee()), body.task(), body.site(), body.from(), body.to()),
                false));
        return Answers.created("/api/v1/work-orders/" + it.id(), it, it.version());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<WorkOrder> read(@PathVariable UUID id) {
        var it = book.require(new WorkOrderId(id));
        return Answers.of(it, it.version());
    }

    @PostMapping("/{id}/leave")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<WorkOrder> leave(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        dispatching.leave(new WorkOrderId(id), Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/arrive")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<WorkOrder> arrive(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        dispatching.arrive(new WorkOrderId(id), Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/done")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<WorkOrder> done(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DoneBody body) {
        dispatching.finish(new WorkOrderId(id), Versions.required(ifMatch), new FinishWork(body.solved(),
                body.outcome(), body.parts() == null ? List.of() : body.parts(), List.of(), body.signedName(), null));
        return read(id);
    }

    @PostMapping("/{id}/not-done")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<WorkOrder> notDone(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NotDoneBody body) {
        dispatching.fail(new WorkOrderId(id), Versions.required(ifMatch), body.reason(), body.words());
        return read(id);
    }

}
