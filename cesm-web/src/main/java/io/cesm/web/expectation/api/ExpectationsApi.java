package io.cesm.web.expectation.api;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.expectation.SimilarExpectations;
import io.cesm.expectation.Target;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RestController;

/** The register of expectations: list, read, note, correct. */
@RestController
@RequestMapping("/api/v1/expectations")
class ExpectationsApi {

    private static final int LARGEST = 200;

    private final ExpectationRegister register;

    private final ExpectationBook book;

    private final LoggingExpectations logging;

    private final SimilarExpectations similar;

    private final TimelineBook timeline;

    ExpectationsApi(ExpectationRegister register, ExpectationBook book, LoggingExpectations logging,
            SimilarExpectations similar, TimelineBook timeline) {
        this.register = register;
        this.book = book;
        this.logging = logging;
        this.similar = similar;
        this.timeline = timeline;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<RowJson> list(@ModelAttribute ExpectationQuery query, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return register.slice(query.filter(), query.order(), Math.clamp(size, 1, LARGEST), cursor).map(RowJson::of);
    }

    /** Expectations of a customer that say nearly the same as these words. */
    @GetMapping("/similar")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<SimilarExpectations.Similar> similar(@RequestParam UUID customer, @RequestParam String words) {
        return similar.of(new CustomerId(customer), words, null, 10);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<ExpectationJson> read(@PathVariable UUID id) {
        var json = ExpectationJson.of(book.require(new ExpectationId(id)));
        return Answers.of(json, json.version());
    }

    /** What happened to it, newest first. */
    @GetMapping("/{id}/timeline")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<TimelineRow> timeline(@PathVariable UUID id, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        book.require(new ExpectationId(id));
        return timeline.of(id, Math.clamp(size, 1, LARGEST), cursor);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> capture(@Valid @RequestBody Wishes.Capture body) {
        var json = ExpectationJson.of(book.require(logging.capture(body.wish())));
        return Answers.created("/api/v1/expectations/" + json.id(), json, json.version());
    }

    @PutMapping("/{id}/words")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> correctWords(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Words body) {
        logging.correctWords(new ExpectationId(id), Versions.required(ifMatch), body.wish());
        return read(id);
    }

    @PutMapping("/{id}/classification")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> classify(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.Kind body) {
        logging.classify(new ExpectationId(id), Versions.required(ifMatch), body.wish());
        return read(id);
    }

    @PutMapping("/{id}/target")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> sketchTarget(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @RequestBody Target body) {
        logging.sketchTarget(new ExpectationId(id), Versions.required(ifMatch), body);
        return read(id);
    }

    @PutMapping("/{id}/competitor")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> noteCompetitor(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.Competitor body) {
        logging.noteCompetitor(new ExpectationId(id), Versions.required(ifMatch), body.wish());
        return read(id);
    }

    @PutMapping("/{id}/due")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> moveDueDate(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Due body) {
        logging.moveDueDate(new ExpectationId(id), Versions.required(ifMatch), body.on(), body.because());
        return read(id);
    }

    @PostMapping("/{id}/comments")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> comment(@PathVariable UUID id, @Valid @RequestBody Wishes.Comment body) {
        logging.comment(new ExpectationId(id), body.words());
        return read(id);
    }

}
