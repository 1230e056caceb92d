package io.cesm.web.complaint.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.cesm.domain.complaint.ClockTargets;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.GradeMatrix;
import io.cesm.domain.complaint.GradingComplaints;
import io.cesm.governance.policy.ServicePolicies;
import io.cesm.governance.policy.ServicePolicy;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grades, the matrix that makes them, and the policies that set clocks. */
@RestController
@RequestMapping("/api/v1")
class ComplaintGradesApi {

    private final GradingComplaints grading;

    private final ComplaintBook book;

    private final ServicePolicies policies;

    ComplaintGradesApi(GradingComplaints grading, ComplaintBook book, ServicePolicies policies) {
        this.grading = grading;
        this.book = book;
        this.policies = policies;
    }

    /** The matrix in force. */
    @GetMapping("/complaint-grading")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<GradeMatrix> matrix() {
        var now = grading.matrix();
        return Answers.of(now.matrix(), now.version());
    }

    @PutMapping("/complaint-grading")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<GradeMatrix> revise(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody GradeMatrix body) {
        grading.revise(Versions.required(ifMatch), body);
        return matrix();
    }

    /** Gives another grade; lowering grade 1 or 2 waits for a second person. */
    @PutMapping("/complaints/{id}/grade")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> change(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ComplaintBodies.GradeBody body) {
        return after(id, it -> grading.change(it, Versions.required(ifMatch), body.grade(), body.because()));
    }

    @PostMapping("/complaints/{id}/grade/decision")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> decide(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ComplaintBodies.DecisionBody body) {
        return after(id, it -> grading.decide(it, Versions.required(ifMatch), body.agreed()));
    }

    @PutMapping("/complaints/{id}/grade/factors")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> regrade(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ComplaintBodies.FactorsBody body) {
        return after(id,
                it -> grading.regrade(it, Versions.required(ifMatch), body.impact(), body.urgency(), body.publicity()));
    }

    @GetMapping("/service-policies")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ServicePolicy> policies() {
        return policies.all();
    }

    /** Which policy would decide about a case, why, and when things would be due. */
    @GetMapping("/service-policies/trial")
    @PreAuthorize("hasAuthority('VIEW')")
    public ServicePolicies.Trial attempt(@RequestParam(defaultValue = "COMPLAINT") ComplaintKind kind,
            @RequestParam(defaultValue = "3") int grade, @RequestParam @Nullable Integer tier,
            @RequestParam(defaultValue = "PHONE") ComplaintChannel channel) {
        return policies.attempt(new ClockTargets.Case(kind, grade, tier, channel));
    }

    /** Adds a policy; id and version of the body do not count. */
    @PostMapping("/service-policies")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<ServicePolicy> add(@RequestBody ServicePolicy body) {
        var made = policies.add(body);
        return Answers.created("/api/v1/service-policies/" + made.id(), made, made.version());
    }

    /** Changes a policy; the version of the body is the one that was read. */
    @PutMapping("/service-policies")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<ServicePolicy> revise(@RequestBody ServicePolicy body) {
        policies.revise(body);
        var now = policies.require(body.id());
        return Answers.of(now, now.version());
    }

    @DeleteMapping("/service-policies/{policy}")
    @PreAuthorize("hasAuthority('SETTINGS')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(@PathVariable UUID policy,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        policies.remove(policy, Versions.required(ifMatch));
    }

    private ResponseEntity<ComplaintJson> after(UUID id, Consumer<ComplaintId> what) {
        var complaint = new ComplaintId(id);
        what.accept(complaint);
        var it = book.require(complaint);
        return Answers.of(ComplaintJson.of(it), it.version());
    }

}
