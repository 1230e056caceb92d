package io.cesm.web.followup.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.followup.CloseFollowUp;
import io.cesm.satisfaction.followup.ContactChannel;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowingUp;
import io.cesm.satisfaction.reading.AnswerLine;
import io.cesm.satisfaction.reading.AnswerLines;
import io.cesm.satisfaction.reading.TakenAnswers;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.followup.BecomingComplaint;
import io.cesm.web.followup.BecomingExpectation;
import io.cesm.web.followup.FollowUpQuery;
import io.cesm.web.followup.api.FollowUpJson.RowJson;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers who should be asked because of what they answered, and what came of it. */
@RestController
@RequestMapping("/api/v1/follow-ups")
class FollowUpsApi {

    private static final int LARGEST = 200;

    private final FollowUpBook book;

    private final FollowingUp following;

    private final BecomingExpectation becoming;

    private final BecomingComplaint complaining;

    private final TakenAnswers answers;

    private final CurrentActor current;

    FollowUpsApi(FollowUpBook book, FollowingUp following, BecomingExpectation becoming, BecomingComplaint complaining,
            TakenAnswers answers, CurrentActor current) {
        this.book = book;
        this.following = following;
        this.becoming = becoming;
        this.complaining = complaining;
        this.answers = answers;
        this.current = current;
    }

    /** Body of POST …/contact. */
    record ContactBody(@NotNull ContactChannel channel, @Nullable LocalDate on,
            @NotBlank @Size(max = 2000) String said) {
    }

    /**
     * Body of POST …/done.
     *
     * @param cause a code of the list of causes
     * @param told what was done, in words for the respondent
     */
    record DoneBody(@NotBlank @Size(max = 2000) String outcome, @NotBlank String cause, @Nullable Flow flow,
            @Nullable @Size(max = 1000) String told) {
    }

    /** Body of POST …/not-reached and …/not-needed. */
    record EndBody(@NotBlank @Size(max = 2000) String outcome) {
    }

    /** Body of POST …/owner. */
    record OwnerBody(@NotNull UUID owner) {
    }

    /** Body of POST …/due. */
    record DueBody(@NotNull LocalDate dueOn, @NotBlank @Size(max = 1000) String because) {
    }

    /** Body of POST …/comments. */
    record CommentBody(@NotBlank @Size(max = 2000) String words) {
    }

    /**
     * Body of POST …/expectation.
     *
     * @param contact who expects it, the respondent if absent
     */
    record ExpectBody(@NotBlank @Size(max = 4000) String verbatim, @Nullable UUID contact, @Nullable String dimension,
            @Nullable Flow flow, @Nullable @Min(1) @Max(5) Integer importance) {
    }

    /**
     * Body of POST …/complaint.
     *
     * @param contact who complains, the respondent if absent
     * @param impact 1 to 4, as urgency
     */
    record ComplainBody(@NotBlank @Size(max = 4000) String verbatim, @Nullable UUID contact, @Nullable String dimension,
            @Nullable Flow flow, @NotNull @Min(1) @Max(4) Integer impact, @NotNull @Min(1) @Max(4) Integer urgency) {
    }

    /** The complaint it became. */
    record Complained(UUID complaint) {
    }

    /** The expectation it became. */
    record Became(UUID expectation) {
    }

    /** The filters of the page; open ones due first unless told otherwise. */
    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<RowJson> list(@ModelAttribute FollowUpQuery query, @RequestParam(defaultValue = "50") int size) {
        return book.slice(query.filter(current.actor()), query.order(), Math.clamp(size, 1, LARGEST), query.cursor())
            .map(RowJson::of);
    }

    /** One follow-up with the answer it goes back to. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<FollowUpJson> followUp(@PathVariable UUID id, Locale locale) {
        var it = book.require(new FollowUpId(id));
        var answer = answers.find(it.answeredOn(), it.response());
        List<AnswerLine> lines = answer == null ? List.of() : AnswerLines.of(answer, locale.getLanguage());
        return Answers.of(FollowUpJson.of(it, lines), it.version());
    }

    /** Notes that the customer was spoken to. */
    @PostMapping("/{id}/contact")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<FollowUpJson> contact(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ContactBody body, Locale locale) {
        following.contact(new FollowUpId(id), Versions.required(ifMatch), body.channel(), body.on(), body.said());
        return followUp(id, locale);
    }

    /** Closes it with what came of it and why it had happened. */
    @PostMapping("/{id}/done")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<FollowUpJson> done(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DoneBody body, Locale locale) {
        following.done(new FollowUpId(id), Versions.required(ifMatch),
                new CloseFollowUp(body.outcome(), body.cause(), body.flow(), body.told()));
        return followUp(id, locale);
    }

    @PostMapping("/{id}/not-reached")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<FollowUpJson> notReached(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndBody body, Locale locale) {
        following.notReached(new FollowUpId(id), Versions.required(ifMatch), body.outcome());
        return followUp(id, locale);
    }

    @PostMapping("/{id}/not-needed")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<FollowUpJson> notNeeded(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndBody body, Locale locale) {
        following.notNeeded(new FollowUpId(id), Versions.required(ifMatch), body.outcome());
        return followUp(id, locale);
    }

    @PostMapping("/{id}/owner")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<FollowUpJson> assign(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody OwnerBody body, Locale locale) {
        following.assign(new FollowUpId(id), Versions.required(ifMatch), new StaffId(body.owner()));
        return followUp(id, locale);
    }

    @PostMapping("/{id}/due")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<FollowUpJson> due(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DueBody body, Locale locale) {
        following.moveDueDate(new FollowUpId(id), Versions.required(ifMatch), body.dueOn(), body.because());
        return followUp(id, locale);
    }

    @PostMapping("/{id}/comments")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Void> comment(@PathVariable UUID id, @Valid @RequestBody CommentBody body) {
        following.comment(new FollowUpId(id), body.words());
        return ResponseEntity.noContent().build();
    }

    /** Notes what the customer expects, tied to this follow-up both ways. */
    @PostMapping("/{id}/expectation")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Became> expectation(@PathVariable UUID id, @Valid @RequestBody ExpectBody body) {
        var expectation = becoming.become(new FollowUpId(id), body.verbatim(), body.dimension(), body.flow(),
                body.importance(), body.contact() == null ? null : new ContactId(body.contact()));
        return Answers.created("/api/v1/expectations/" + expectation, new Became(expectation.id()), 0);
    }

    /** Files a complaint, tied to this follow-up. */
    @PostMapping("/{id}/complaint")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<Complained> complaint(@PathVariable UUID id, @Valid @RequestBody ComplainBody body) {
        var contact = body.contact();
        var complaint = complaining.become(new FollowUpId(id), body.verbatim(),
                contact == null ? null : new ContactId(contact), body.dimension(), body.flow(), body.impact(),
                body.urgency());
        return Answers.created("/api/v1/complaints/" + complaint, new Complained(complaint.id()), 0);
    }

}
