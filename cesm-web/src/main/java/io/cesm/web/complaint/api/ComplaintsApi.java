package io.cesm.web.complaint.api;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintClock;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.DocumentingComplaints;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Outdated;
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

/** Complaints for programs: the queue, one complaint, its life, what was said. */
@RestController
@RequestMapping("/api/v1/complaints")
class ComplaintsApi {

    private static final int LARGEST = 200;

    private final ComplaintRegister register;

    private final ComplaintBook book;

    private final FilingComplaints filing;

    private final HandlingComplaints handling;

    private final DocumentingComplaints documents;

    private final TimelineBook timeline;

    ComplaintsApi(ComplaintRegister register, ComplaintBook book, FilingComplaints filing, HandlingComplaints handling,
            DocumentingComplaints documents, TimelineBook timeline) {
        this.register = register;
        this.book = book;
        this.filing = filing;
        this.handling = handling;
        this.documents = documents;
        this.timeline = timeline;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<ComplaintRowJson> list(@ModelAttribute ComplaintQueryJson query, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return register.slice(query.filter(), query.order(), Math.clamp(size, 1, LARGEST), cursor)
            .map(ComplaintRowJson::of);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> file(@Valid @RequestBody ComplaintBodies.NewComplaint body) {
        var it = book.require(filing.file(body.wish(), List.of()));
        return Answers.created("/api/v1/complaints/" + it.id(), ComplaintJson.of(it), it.version());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<ComplaintJson> read(@PathVariable UUID id) {
        return answer(new ComplaintId(id));
    }

    /** Corrects what was noted. */
    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> correct(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ComplaintBodies.NewComplaint body) {
        return after(id, ifMatch, body, (it, version) -> filing.correct(it, version, body.wish()));
    }

    /** Takes a step of its life: acknowledge, start, contain, resolve, confirm … */
    @PostMapping("/{id}/steps/{step}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> take(@PathVariable UUID id, @PathVariable String step,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ComplaintBodies.StepBody body) {
        var which = Step.ofPath(step).orElseThrow(UnknownThing::new);
        return after(id, ifMatch, body, (it, version) -> handling.take(it, version, which, body.wish()));
    }

    /** Its clocks: targets, time used, when due. */
    @GetMapping("/{id}/clocks")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ComplaintClock> clocks(@PathVariable UUID id) {
        return book.clocks(book.require(new ComplaintId(id)).id());
    }

    @GetMapping("/{id}/messages")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ComplaintBook.Message> messages(@PathVariable UUID id) {
        return book.messages(book.require(new ComplaintId(id)).id());
    }

    @PostMapping("/{id}/messages")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.CREATED)
    public List<ComplaintBook.Message> say(@PathVariable UUID id,
            @Valid @RequestBody ComplaintBodies.MessageBody body) {
        var complaint = new ComplaintId(id);
        handling.say(complaint, body.kind(), body.words(), body.channel(), List.of(), body.readers());
        return book.messages(complaint);
    }

    /** Who held it, from when to when. */
    @GetMapping("/{id}/holdings")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ComplaintBook.Holding> holdings(@PathVariable UUID id) {
        return book.holdings(book.require(new ComplaintId(id)).id());
    }

    @GetMapping("/{id}/files")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<DocumentingComplaints.Document> files(@PathVariable UUID id) {
        return documents.of(book.require(new ComplaintId(id)).id());
    }

    /** What happened to it, newest first. */
    @GetMapping("/{id}/timeline")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<TimelineRow> timeline(@PathVariable UUID id, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        book.require(new ComplaintId(id));
        return timeline.of(id, Math.clamp(size, 1, LARGEST), cursor);
    }

    @PutMapping("/{id}/owner")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> assign(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ComplaintBodies.OwnerBody body) {
        return after(id, ifMatch, body, (it, version) -> handling.assign(it, version, new StaffId(body.owner())));
    }

    @PutMapping("/{id}/watch")
    @PreAuthorize("hasAuthority('VIEW')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void watch(@PathVariable UUID id) {
        handling.watch(new ComplaintId(id), true);
    }

    @DeleteMapping("/{id}/watch")
    @PreAuthorize("hasAuthority('VIEW')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void unwatch(@PathVariable UUID id) {
        handling.watch(new ComplaintId(id), false);
    }

    private ResponseEntity<ComplaintJson> after(UUID id, @Nullable String ifMatch, Object body,
            BiConsumer<ComplaintId, Long> what) {
        var complaint = new ComplaintId(id);
        long version = Versions.required(ifMatch);
        return Outdated.change(version, body, () -> what.accept(complaint, version), () -> answer(complaint));
    }

    private ResponseEntity<ComplaintJson> answer(ComplaintId id) {
        var it = book.require(id);
        return Answers.of(ComplaintJson.of(it), it.version());
    }

}
