package io.cesm.web.investigation;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.investigation.Findings;
import io.cesm.governance.investigation.InvestigatingComplaints;
import io.cesm.governance.investigation.Investigation;
import io.cesm.governance.investigation.Investigation.ActionKind;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Investigations for programs. */
@RestController
@RequestMapping("/api/v1/complaints/{id}/investigation")
class InvestigationsApi {

    private final InvestigatingComplaints investigating;

    private final ComplaintBook complaints;

    InvestigationsApi(InvestigatingComplaints investigating, ComplaintBook complaints) {
        this.investigating = investigating;
        this.complaints = complaints;
    }

    /** Something to do about the cause. */
    record ActionBody(@NotNull ActionKind kind, @NotBlank @Size(max = 1000) String what,
            @Size(max = 1000) @Nullable String forCustomer, @NotNull UUID owner, @NotNull LocalDate dueOn) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<Investigation> read(@PathVariable UUID id) {
        var complaint = complaints.require(new ComplaintId(id)).id();
        var it = investigating.find(complaint).orElseThrow(UnknownThing::new);
        return Answers.of(it, it.version());
    }

    /** Writes all of it down; without If-Match only if there is none yet. */
    @PutMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Investigation> write(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Findings body) {
        var complaint = new ComplaintId(id);
        complaints.require(complaint);
        var known = investigating.find(complaint).isPresent();
        investigating.write(complaint, known ? Versions.required(ifMatch) : null, body);
        return read(id);
    }

    @PostMapping("/confirm")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Investigation> confirm(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        investigating.confirm(new ComplaintId(id), Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/actions")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Investigation> plan(@PathVariable UUID id, @Valid @RequestBody ActionBody body) {
        investigating.plan(new ComplaintId(id), body.kind(), body.what(), body.forCustomer(), new StaffId(body.owner()),
                body.dueOn());
        return read(id);
    }

    @PostMapping("/close")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Investigation> close(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        investigating.close(new ComplaintId(id), Versions.required(ifMatch));
        return read(id);
    }

}
