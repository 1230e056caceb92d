package io.cesm.web.lesson.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.lesson.ActionKind;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonContent;
import io.cesm.governance.lesson.LessonDetails;
import io.cesm.governance.lesson.LessonId;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.governance.lesson.LessonRow;
import io.cesm.governance.lesson.LessonStep;
import io.cesm.governance.lesson.LinkingLessons;
import io.cesm.governance.lesson.OfferingKnowledge;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.governance.lesson.UseKind;
import io.cesm.governance.lesson.WritingLessons;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.lesson.LessonQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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

/** Lessons and articles for programs. */
@RestController
@RequestMapping("/api/v1/lessons")
class LessonsApi {

    private static final int LARGEST = 200;

    private static final int OFFERED = 10;

    private final LessonBook book;

    private final WritingLessons writing;

    private final LinkingLessons linking;

    private final TrackingLessonChanges changes;

    private final OfferingKnowledge knowledge;

    private final CurrentActor current;

    private final Clock clock;

    LessonsApi(LessonBook book, WritingLessons writing, LinkingLessons linking, TrackingLessonChanges changes,
            OfferingKnowledge knowledge, CurrentActor current, Clock clock) {
        this.book = book;
        this.writing = writing;
        this.linking = linking;
        this.changes = changes;
        this.knowledge = knowledge;
        this.current = current;
        this.clock = clock;
    }

    /** A lesson as it is sent; one of the two languages is enough. */
    record LessonBody(@NotNull LessonKind kind, @Nullable String title, @Nullable String titleEn,
            @Nullable String happened, @Nullable String happenedEn, @Nullable CauseClass cause,
            @Nullable String rootCause, @Nullable String rootCauseEn, @Nullable String differently,
            @Nullable String differentlyEn, @Nullable String dimension, @Nullable Flow flow, @Nullable String product,
            @Nullable String touchPoint, @Nullable List<@NotBlank String> keywords,
            @Nullable Set<@NotNull Role> audience, @Nullable UUID owner, @Nullable LocalDate reviewOn,
            @Nullable String unchangedBecause, @Nullable String from, @Nullable String note) {

        LessonContent wish() {
            return new LessonContent(kind, title, titleEn, happened, happenedEn, cause, rootCause, rootCauseEn,
                    differently, differentlyEn, dimension, flow, product, touchPoint,
                    keywords == null ? List.of() : keywords, audience == null ? Set.of() : audience,
                    owner == null ? null : new StaffId(owner), reviewOn, unchangedBecause);
        }

    }

    /** Words that go with a step, if it needs them. */
    record StepBody(@Size(max = 1000) @Nullable String words) {
    }

    /** A record it goes back to, by its number. */
    record LinkBody(@NotBlank @Size(max = 40) String number) {
    }

    /** A change it asks for. */
    record ActionBody(@NotNull ActionKind kind, @NotBlank @Size(max = 500) String what, @NotNull UUID owner,
            @NotNull LocalDate dueOn) {
    }

    /** What became of a change. */
    record EndBody(boolean done, @NotBlank @Size(max = 1000) String outcome) {
    }

    /** What somebody is typing. */
    record WordsBody(@NotBlank @Size(max = 8000) String words, @Nullable String dimension, @Nullable UUID record) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<LessonRow> list(@ModelAttribute LessonQuery query, @RequestParam(defaultValue = "50") int size) {
        return book.slice(query.filter(current.actor(), CompanyTime.today(clock)), Math.clamp(size, 1, LARGEST),
                query.cursor());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LessonDetails> write(@Valid @RequestBody LessonBody body) {
        var it = book.require(writing.write(body.wish(), body.from(), false));
        return Answers.created("/api/v1/lessons/" + it.id(), it, it.version());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<LessonDetails> read(@PathVariable UUID id) {
        var it = book.require(new LessonId(id));
        return Answers.of(it, it.version());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LessonDetails> revise(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody LessonBody body) {
        writing.revise(new LessonId(id), Versions.required(ifMatch), body.wish(), body.note());
        return read(id);
    }

    /** Review, return, publish, confirm, retire, revive. */
    @PostMapping("/{id}/steps/{step}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LessonDetails> take(@PathVariable UUID id, @PathVariable String step,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepBody body) {
        writing.take(new LessonId(id), Versions.required(ifMatch),
                LessonStep.ofPath(step).orElseThrow(UnknownThing::new), body.words());
        return read(id);
    }

    @GetMapping("/{id}/versions")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<LessonDetails.Version> versions(@PathVariable UUID id) {
        return book.versions(new LessonId(id));
    }

    @PostMapping("/{id}/links")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LessonDetails> link(@PathVariable UUID id, @Valid @RequestBody LinkBody body) {
        linking.link(new LessonId(id), body.number());
        return read(id);
    }

    @PostMapping("/{id}/actions")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LessonDetails> ask(@PathVariable UUID id, @Valid @RequestBody ActionBody body) {
        changes.ask(new LessonId(id), body.kind(), body.what(), new StaffId(body.owner()), body.dueOn());
        return read(id);
    }

    @PostMapping("/{id}/actions/{action}/end")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LessonDetails> end(@PathVariable UUID id, @PathVariable UUID action,
            @Valid @RequestBody EndBody body) {
        changes.end(new LessonId(id), action, body.done(), body.outcome());
        return read(id);
    }

    /** Says that it was of use. */
    @PostMapping("/{id}/helped")
    @PreAuthorize("hasAuthority('VIEW')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void helped(@PathVariable UUID id, @RequestParam @Nullable UUID record) {
        book.require(new LessonId(id));
        knowledge.count(new LessonId(id), UseKind.HELPED, record);
    }

    /** Lessons, articles and similar complaints that fit these words. */
    @PostMapping("/suggestions")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public OfferingKnowledge.Known suggest(@Valid @RequestBody WordsBody body) {
        return knowledge.about(body.words(), body.dimension(), body.record(), OFFERED);
    }

    /** Changes that lessons ask for and that are still to be made. */
    @GetMapping("/changes")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<LessonDetails.Action> changes() {
        return changes.open(null, LARGEST);
    }

}
