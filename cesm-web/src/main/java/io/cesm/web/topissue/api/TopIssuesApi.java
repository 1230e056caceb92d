package io.cesm.web.topissue.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.NominatingTopIssues;
import io.cesm.domain.topissue.PlanningTasks;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.governance.topissue.FindingEvidence;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * TOP issues for programs: the register, one issue, its plan, tasks, evidence and life.
 */
@RestController
@RequestMapping("/api/v1/top-issues")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class TopIssuesApi {

    private static final int LARGEST = 200;

    private final TopIssueRegister register;

    private final TopIssueBook book;

    private final NominatingTopIssues nominating;

    private final RaisingTopIssues raising;

    private final FindingEvidence evidence;

    private final LeadingTopIssues leading;

    private final PlanningTasks planning;

    private final TimelineBook timeline;

    TopIssuesApi(TopIssueRegister register, TopIssueBook book, NominatingTopIssues nominating, RaisingTopIssues raising,
            FindingEvidence evidence, LeadingTopIssues leading, PlanningTasks planning, TimelineBook timeline) {
        this.register = register;
        this.book = book;
        this.nominating = nominating;
        this.raising = raising;
        this.evidence = evidence;
        this.leading = leading;
        this.planning = planning;
        this.timeline = timeline;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<TopIssueJson.RowJson> list(@ModelAttribute TopIssueQueryJson query,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return register.slice(query.filter(), query.order(), Math.clamp(size, 1, LARGEST), cursor)
            .map(TopIssueJson.RowJson::of);
    }

    @PostMapping
    public ResponseEntity<TopIssueJson> nominate(@Valid @RequestBody TopIssueBodies.NewTopIssue body) {
        var made = book.require(raising.raise(body.wish(evidence.of(body.wantedRecords()))));
        return Answers.created("/api/v1/top-issues/" + made.id(), TopIssueJson.of(made, book), made.version());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<TopIssueJson> read(@PathVariable UUID id) {
        return answer(new TopIssueId(id));
    }

    /** Corrects what was noted; a statement that changes has to be confirmed anew. */
    @PutMapping("/{id}")
    public ResponseEntity<TopIssueJson> correct(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopIssueBodies.NewTopIssue body) {
        return after(id,
                it -> nominating.correct(it, Versions.required(ifMatch), body.wish(List.of()), body.statement()));
    }

    @PutMapping("/{id}/plan")
    public ResponseEntity<TopIssueJson> plan(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopIssueBodies.PlanBody body) {
        return after(id, it -> leading.plan(it, Versions.required(ifMatch), body.wish(), body.because()));
    }

    @PutMapping("/{id}/cause")
    public ResponseEntity<TopIssueJson> explain(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopIssueBodies.CauseBody body) {
        return after(id,
                it -> leading.explain(it, Versions.required(ifMatch), body.lines(), body.cause(), body.rootCause()));
    }

    @PutMapping("/{id}/owner")
    public ResponseEntity<TopIssueJson> propose(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopIssueBodies.OwnerBody body) {
        return after(id, it -> leading.propose(it, Versions.required(ifMatch), new StaffId(body.owner())));
    }

    /** The one who was proposed agrees. */
    @PostMapping("/{id}/owner/agree")
    public ResponseEntity<TopIssueJson> agree(@PathVariable UUID id) {
        return after(id, leading::agree);
    }

    /** Takes a step of its life: understand, plan, start, verify, submit, approve … */
    @PostMapping("/{id}/steps/{step}")
    public ResponseEntity<TopIssueJson> take(@PathVariable UUID id, @PathVariable String step,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopIssueBodies.StepBody body) {
        var which = IssueStep.ofPath(step).orElseThrow(UnknownThing::new);
        return after(id, it -> leading.take(it, Versions.required(ifMatch), which, body.wish()));
    }

    @GetMapping("/{id}/evidence")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<TopIssueJson.EvidenceJson> evidence(@PathVariable UUID id) {
        return book.evidence(book.require(new TopIssueId(id)).id())
            .stream()
            .map(TopIssueJson.EvidenceJson::of)
            .toList();
    }

    /** Attaches records; those that are attached already stay as they are. */
    @PostMapping("/{id}/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    public List<TopIssueJson.EvidenceJson> attach(@PathVariable UUID id,
            @Valid @RequestBody TopIssueBodies.RecordsBody body) {
        raising.attach(new TopIssueId(id), evidence.of(body.records()));
        return evidence(id);
    }

    @DeleteMapping("/{id}/evidence/{record}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void detach(@PathVariable UUID id, @PathVariable UUID record) {
        nominating.detach(new TopIssueId(id), record);
    }

    @GetMapping("/{id}/tasks")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<TopIssueJson.TaskJson> tasks(@PathVariable UUID id) {
        return book.tasks(book.require(new TopIssueId(id)).id()).stream().map(TopIssueJson.TaskJson::of).toList();
    }

    @PostMapping("/{id}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    public List<TopIssueJson.TaskJson> add(@PathVariable UUID id, @Valid @RequestBody TopIssueBodies.TaskBody body) {
        planning.add(new TopIssueId(id), body.wish());
        return tasks(id);
    }

    @PutMapping("/{id}/tasks/{task}")
    public List<TopIssueJson.TaskJson> change(@PathVariable UUID id, @PathVariable UUID task,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TopIssueBodies.TaskBody body) {
        planning.change(new TopIssueId(id), task, Versions.required(ifMatch), body.wish());
        return tasks(id);
    }

    @PostMapping("/{id}/tasks/{task}/done")
    public List<TopIssueJson.TaskJson> done(@PathVariable UUID id, @PathVariable UUID task,
            @Valid @RequestBody TopIssueBodies.DoneBody body) {
        planning.done(new TopIssueId(id), task, body.on(), body.result());
        return tasks(id);
    }

    @DeleteMapping("/{id}/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(@PathVariable UUID id, @PathVariable UUID task) {
        planning.remove(new TopIssueId(id), task);
    }

    /** What happened to it, newest first. */
    @GetMapping("/{id}/timeline")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<TimelineRow> timeline(@PathVariable UUID id, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        book.require(new TopIssueId(id));
        return timeline.of(id, Math.clamp(size, 1, LARGEST), cursor);
    }

    private ResponseEntity<TopIssueJson> after(UUID id, Consumer<TopIssueId> what) {
        var issue = new TopIssueId(id);
        what.accept(issue);
        return answer(issue);
    }

    private ResponseEntity<TopIssueJson> answer(TopIssueId id) {
        var it = book.require(id);
        return Answers.of(TopIssueJson.of(it, book), it.version());
    }

}
