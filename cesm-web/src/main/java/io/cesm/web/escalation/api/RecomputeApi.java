package io.cesm.web.escalation.api;

import java.util.List;

import io.cesm.domain.complaint.RecomputingClocks;
import io.cesm.governance.escalation.RebindingComplaints;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What changed policies and calendars would do to open complaints, and having it done.
 */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('SETTINGS')")
class RecomputeApi {

    private final RecomputingClocks clocks;

    private final RebindingComplaints rebinding;

    RecomputeApi(RecomputingClocks clocks, RebindingComplaints rebinding) {
        this.clocks = clocks;
        this.rebinding = rebinding;
    }

    /** How many complaints came under the policies of today. */
    record Moved(int moved) {
    }

    /** What would change of open clocks; nothing is changed. */
    @GetMapping("/clock-recomputes/preview")
    public RecomputingClocks.Preview preview() {
        return clocks.preview();
    }

    /** The latest runs, with how many complaints they looked at and changed. */
    @GetMapping("/clock-recomputes")
    public List<RecomputingClocks.Run> runs() {
        return clocks.runs();
    }

    /** Works open clocks out anew; a job does it, the answer lists it first. */
    @PostMapping("/clock-recomputes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public List<RecomputingClocks.Run> recompute() {
        clocks.apply();
        return clocks.runs();
    }

    /** The open complaints that would come under another escalation policy or version. */
    @GetMapping("/escalation-moves")
    public List<RebindingComplaints.Move> moves() {
        return rebinding.preview();
    }

    /**
     * Brings them under the policies of today; what was escalated does not happen again.
     */
    @PostMapping("/escalation-moves")
    public Moved move() {
        return new Moved(rebinding.apply());
    }

}
