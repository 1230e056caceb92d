package io.cesm.web.escalation.api;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.escalation.EscalationBook.Rung;
import io.cesm.governance.escalation.EscalationPolicies;
import io.cesm.governance.escalation.EscalationPolicy;
import io.cesm.governance.escalation.EscalationRules;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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

/** What was escalated, what is said to it, and the policies behind it. */
@RestController
@RequestMapping("/api/v1")
class EscalationApi {

    private final EscalationPolicies policies;

    private final EscalationBook book;

    private final AnsweringEscalations answering;

    private final ComplaintBook complaints;

    private final TopIssueBook issues;

    EscalationApi(EscalationPolicies policies, EscalationBook book, AnsweringEscalations answering,
            ComplaintBook complaints, TopIssueBook issues) {
        this.policies = policies;
        this.book = book;
        this.answering = answering;
        this.complaints = complaints;
        this.issues = issues;
    }

    record WordsBody(@Nullable @Size(max = 1000) String words) {
    }

    record PlanBody(@NotBlank @Size(max = 2000) String plan) {
    }

    record LevelBody(@Min(0) @Max(8) int level, @NotBlank @Size(max = 1000) String because) {
    }

    record PolicyBody(@NotBlank @Size(max = 80) String name, @Nullable @Size(max = 80) String nameEn, @Min(1) int rank,
            @Nullable UUID like) {
    }

    record SwitchBody(@Nullable @Size(max = 400) String note) {
    }

    /** The levels a complaint was taken to, latest first. */
    @GetMapping("/complaints/{id}/escalations")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Rung> ladder(@PathVariable UUID id) {
        return book.ladder(complaints.require(new ComplaintId(id)).id());
    }

    @PostMapping("/complaints/{id}/escalations/{escalation}/acknowledge")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<Rung> acknowledge(@PathVariable UUID id, @PathVariable UUID escalation,
            @Valid @RequestBody WordsBody body) {
        answering.acknowledge(new ComplaintId(id), escalation, body.words());
        return ladder(id);
    }

    @PostMapping("/complaints/{id}/escalations/{escalation}/plan")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<Rung> plan(@PathVariable UUID id, @PathVariable UUID escalation, @Valid @RequestBody PlanBody body) {
        answering.plan(new ComplaintId(id), escalation, body.plan());
        return ladder(id);
    }

    /** Brings it down to a lower level, with a reason. */
    @PutMapping("/complaints/{id}/level")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<Rung> lower(@PathVariable UUID id, @Valid @RequestBody LevelBody body) {
        answering.lower(new ComplaintId(id), body.level(), body.because());
        return ladder(id);
    }

    /** The levels a TOP issue was taken to for silent customers, latest first. */
    @GetMapping("/top-issues/{id}/escalations")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Rung> issueLadder(@PathVariable UUID id) {
        return book.ladder(issues.require(new TopIssueId(id)).id());
    }

    @PostMapping("/top-issues/{id}/escalations/{escalation}/acknowledge")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<Rung> acknowledgeIssue(@PathVariable UUID id, @PathVariable UUID escalation,
            @Valid @RequestBody WordsBody body) {
        answering.acknowledge(new TopIssueId(id), escalation, body.words());
        return issueLadder(id);
    }

    @PostMapping("/top-issues/{id}/escalations/{escalation}/plan")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<Rung> planIssue(@PathVariable UUID id, @PathVariable UUID escalation,
            @Valid @RequestBody PlanBody body) {
        answering.plan(new TopIssueId(id), escalation, body.plan());
        return issueLadder(id);
    }

    /** Brings a TOP issue down to a lower level, with a reason. */
    @PutMapping("/top-issues/{id}/level")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<Rung> lowerIssue(@PathVariable UUID id, @Valid @RequestBody LevelBody body) {
        answering.lower(new TopIssueId(id), body.level(), body.because());
        return issueLadder(id);
    }

    @GetMapping("/escalation-policies")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<EscalationPolicy> policies() {
        return policies.all();
    }

    @GetMapping("/escalation-policies/{policy}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<EscalationPolicy> policy(@PathVariable UUID policy) {
        return answer(policy);
    }

    @PostMapping("/escalation-policies")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<EscalationPolicy> add(@Valid @RequestBody PolicyBody body) {
        var made = policies.add(body.name(), body.nameEn(), body.rank(), body.like());
        return Answers.created("/api/v1/escalation-policies/" + made.id(), made, made.revision());
    }

    /** Writes conditions and levels as a draft; what is in force stays. */
    @PutMapping("/escalation-policies/{policy}/draft")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<EscalationPolicy> draft(@PathVariable UUID policy,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EscalationRules body) {
        policies.draft(policy, Versions.required(ifMatch), body);
        return answer(policy);
    }

    /** Puts the draft in force for complaints that come from now on. */
    @PostMapping("/escalation-policies/{policy}/switch-on")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<EscalationPolicy> switchOn(@PathVariable UUID policy,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SwitchBody body) {
        policies.switchOn(policy, Versions.required(ifMatch), body.note());
        return answer(policy);
    }

    @PostMapping("/escalation-policies/{policy}/switch-off")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public ResponseEntity<EscalationPolicy> switchOff(@PathVariable UUID policy,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        policies.switchOff(policy, Versions.required(ifMatch));
        return answer(policy);
    }

    private ResponseEntity<EscalationPolicy> answer(UUID policy) {
        var now = policies.require(policy);
        return Answers.of(now, now.revision());
    }

}
