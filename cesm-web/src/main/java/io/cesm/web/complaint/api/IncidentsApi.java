package io.cesm.web.complaint.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ChangingManyComplaints;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.Incident;
import io.cesm.domain.complaint.IncidentBook;
import io.cesm.domain.complaint.LeadingIncidents;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One incident that struck many customers, for programs: gather complaints, tell
 * everybody, solve together.
 */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentsApi {

    private final LeadingIncidents leading;

    private final IncidentBook book;

    private final ComplaintBook complaints;

    private final ChangingManyComplaints changing;

    private final BulkResults results;

    IncidentsApi(LeadingIncidents leading, IncidentBook book, ComplaintBook complaints, ChangingManyComplaints changing,
            BulkResults results) {
        this.leading = leading;
        this.book = book;
        this.complaints = complaints;
        this.changing = changing;
        this.results = results;
    }

    record IncidentBody(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 4000) String words) {
    }

    /**
     * What everybody is told; the text holds places such as {@code {{contact}}} and
     * {@code {{number}}}.
     */
    record EverybodyBody(@NotBlank @Size(max = 3000) String zh, @Nullable @Size(max = 3000) String en) {
    }

    /** How those that are named were solved, and how the customers were told. */
    record SolutionBody(@NotNull @Size(max = ChangingManyComplaints.MOST) List<@NotNull UUID> complaints,
            @Nullable CauseClass cause, @Nullable @Size(max = 4000) String rootCause,
            @Nullable @Size(max = 4000) String remedy, @Nullable @Size(max = 3000) String words,
            @Nullable ComplaintChannel channel) {

        TakeStep wish() {
            return new TakeStep(words, null, channel, null, null, cause, rootCause, remedy, null, null, null);
        }

    }

    /** Open ones first, the latest first; counts are of complaints within reach. */
    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Incident> list() {
        return book.all();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Incident> open(@Valid @RequestBody IncidentBody body) {
        var it = book.require(leading.open(body.title(), body.words(), false));
        return Answers.created("/api/v1/incidents/" + it.id(), it, it.version());
    }

    @GetMapping("/{incident}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<Incident> read(@PathVariable UUID incident) {
        var it = book.require(incident);
        return Answers.of(it, it.version());
    }

    /** Its complaints within reach. */
    @GetMapping("/{incident}/complaints")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<IncidentBook.Child> children(@PathVariable UUID incident) {
        return book.children(book.require(incident).id());
    }

    /** Gathers a complaint; sent again it changes nothing. */
    @PutMapping("/{incident}/complaints/{complaint}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void attach(@PathVariable UUID incident, @PathVariable UUID complaint) {
        if (!isIn(incident, complaint)) {
            leading.attach(incident, new ComplaintId(complaint));
        }
    }

    /** Lets a complaint go its own way again. */
    @DeleteMapping("/{incident}/complaints/{complaint}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void detach(@PathVariable UUID incident, @PathVariable UUID complaint) {
        if (!isIn(incident, complaint)) {
            throw new UnknownThing();
        }
        leading.detach(new ComplaintId(complaint));
    }

    private boolean isIn(UUID incident, UUID complaint) {
        var it = complaints.require(new ComplaintId(complaint)).id();
        return book.of(it).filter(each -> each.id().equals(incident)).isPresent();
    }

    /** What each would read; nothing is sent. */
    @PostMapping("/{incident}/messages/preview")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public List<LeadingIncidents.Preview> preview(@PathVariable UUID incident, @Valid @RequestBody EverybodyBody body) {
        return leading.preview(book.require(incident).id(), body.zh(), body.en());
    }

    /** Tells everybody whose complaint is open, each once, soon after. */
    @PostMapping("/{incident}/messages")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public List<IncidentBook.Told> tell(@PathVariable UUID incident, @Valid @RequestBody EverybodyBody body) {
        leading.tell(incident, body.zh(), body.en());
        return book.told(incident);
    }

    /** What everybody was told, and how far that came. */
    @GetMapping("/{incident}/messages")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<IncidentBook.Told> told(@PathVariable UUID incident) {
        return book.told(book.require(incident).id());
    }

    /** Solves complaints together, each for itself. */
    @PostMapping("/{incident}/solution")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public BulkResults.AllResults solve(@PathVariable UUID incident, @Valid @RequestBody SolutionBody body,
            Locale locale) {
        book.require(incident);
        var named = body.complaints().stream().map(ComplaintId::new).toList();
        named.stream().filter(it -> !isIn(incident, it.id())).findFirst().ifPresent(it -> {
            throw new UnknownThing();
        });
        return results.of(changing.change(named, ChangingManyComplaints.Wish.of(Step.RESOLVE, body.wish())), locale);
    }

    /** Closes it when none of its complaints is open. */
    @PostMapping("/{incident}/close")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Incident> close(@PathVariable UUID incident,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        leading.close(incident, Versions.required(ifMatch));
        return read(incident);
    }

}
