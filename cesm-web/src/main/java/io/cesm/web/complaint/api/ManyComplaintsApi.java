package io.cesm.web.complaint.api;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.complaint.ChangingManyComplaints;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.IncidentBook;
import io.cesm.domain.complaint.SplittingComplaints;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import io.cesm.web.api.Answers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing many complaints at once, taking one apart, and what belongs together. */
@RestController
@RequestMapping("/api/v1/complaints")
class ManyComplaintsApi {

    private final ChangingManyComplaints changing;

    private final SplittingComplaints splitting;

    private final ComplaintBook book;

    private final IncidentBook incidents;

    private final BulkResults results;

    ManyComplaintsApi(ChangingManyComplaints changing, SplittingComplaints splitting, ComplaintBook book,
            IncidentBook incidents, BulkResults results) {
        this.changing = changing;
        this.splitting = splitting;
        this.book = book;
        this.incidents = incidents;
        this.results = results;
    }

    /**
     * Which ones, at most 200, and what is wanted of each; what is absent stays. Words
     * with a channel are said to the customer, without one among us. An owner is given
     * where nobody has it and offered where somebody has.
     */
    record ManyBody(@NotNull @Size(max = ChangingManyComplaints.MOST) List<@NotNull UUID> complaints,
            @Nullable UUID owner, @Nullable Boolean watch, @Nullable @Size(max = 3000) String words,
            @Nullable ComplaintChannel channel, @Nullable @Min(1) @Max(4) Integer grade,
            @Nullable @Size(max = 1000) String because, @Nullable UUID incident, @Nullable String step,
            @Valid ComplaintBodies.@Nullable StepBody with) {

        ChangingManyComplaints.Wish wish() {
            var which = step == null ? null
                    : Step.ofPath(step).orElseThrow(() -> new FieldRefusal("step", "choice.unknown"));
            return new ChangingManyComplaints.Wish(owner == null ? null : new StaffId(owner), watch, words, channel,
                    grade, because, incident, which, with == null ? TakeStep.NOTHING : with.wish());
        }

    }

    /** The second matter of a complaint. */
    record PartBody(@Nullable ComplaintKind kind, @Nullable @Size(max = 200) String subject,
            @NotBlank @Size(max = 4000) String words, @Nullable @Min(1) @Max(4) Integer impact,
            @Nullable @Min(1) @Max(4) Integer urgency) {
    }

    /** A complaint by id and number. */
    record Named(UUID id, String number) {

        static Named of(ComplaintDetails.Other it) {
            return new Named(it.id().id(), it.number());
        }

    }

    /** An incident by id and number. */
    record Gathering(UUID id, String number, String title) {
    }

    /**
     * What it was taken out of, what was taken out of it, and the incident it belongs to.
     */
    record KinshipJson(@Nullable Named takenOutOf, List<Named> parts, @Nullable Gathering incident) {
    }

    /**
     * Each for itself: what is refused for one changes nothing there and stops none of
     * the others.
     */
    @PostMapping("/bulk")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public BulkResults.AllResults change(@Valid @RequestBody ManyBody body, Locale locale) {
        if (body.complaints().isEmpty()) {
            throw new FieldRefusal("complaints", "text.required");
        }
        return results.of(changing.change(body.complaints().stream().map(ComplaintId::new).toList(), body.wish()),
                locale);
    }

    /**
     * Takes a second matter out; it becomes a complaint with its own number and clocks.
     */
    @PostMapping("/{id}/split")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<ComplaintJson> split(@PathVariable UUID id, @Valid @RequestBody PartBody body) {
        var part = splitting.split(new ComplaintId(id), body.kind(), body.subject(), body.words(),
                requireNonNullElse(body.impact(), 3), requireNonNullElse(body.urgency(), 3));
        var it = book.require(part);
        return Answers.created("/api/v1/complaints/" + it.id(), ComplaintJson.of(it), it.version());
    }

    /** What belongs together with it. */
    @GetMapping("/{id}/kinship")
    @PreAuthorize("hasAuthority('VIEW')")
    public KinshipJson kinship(@PathVariable UUID id) {
        var it = book.require(new ComplaintId(id)).id();
        var incident = incidents.of(it).map(each -> new Gathering(each.id(), each.number(), each.title()));
        return new KinshipJson(orNull(splitting.origin(it).map(Named::of)),
                splitting.parts(it).stream().map(Named::of).toList(), orNull(incident));
    }

    private static <T> @Nullable T orNull(Optional<T> it) {
        return it.isPresent() ? it.get() : null;
    }

}
