package io.cesm.web.expectation.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.cesm.expectation.AgreeingExpectations;
import io.cesm.expectation.ClosingExpectations;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.FulfillingExpectations;
import io.cesm.expectation.PromiseCheck;
import io.cesm.expectation.PromiseWarning;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The life of an expectation: one endpoint a verb, each on the version that was read. */
@RestController
@RequestMapping("/api/v1/expectations/{id}")
class ExpectationVerbsApi {

    private final AgreeingExpectations agreeing;

    private final FulfillingExpectations fulfilling;

    private final ClosingExpectations closing;

    private final PromiseCheck check;

    private final ExpectationBook book;

    ExpectationVerbsApi(AgreeingExpectations agreeing, FulfillingExpectations fulfilling, ClosingExpectations closing,
            PromiseCheck check, ExpectationBook book) {
        this.agreeing = agreeing;
        this.fulfilling = fulfilling;
        this.closing = closing;
        this.check = check;
        this.book = book;
    }

    /** What speaks against a promise, before it is made. */
    @GetMapping("/promise-warnings")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Warning> promiseWarnings(@PathVariable UUID id, @RequestParam @Nullable UUID owner,
            @RequestParam @Nullable BigDecimal level, @RequestParam @Nullable LocalDate on) {
        return check.warnings(new ExpectationId(id), Ask.staff(owner), level, on).stream().map(Warning::of).toList();
    }

    /** Why a promise may be more than we can keep. */
    record Warning(PromiseWarning.Kind kind, String limit, String found) {

        static Warning of(PromiseWarning it) {
            return new Warning(it.kind(), it.limit(), it.found());
        }

    }

    @PostMapping("/clarify")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> clarify(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Clarify body) {
        return after(id, it -> agreeing.clarify(it, Versions.required(ifMatch), body.wish()));
    }

    @PostMapping("/commit")
    @PreAuthorize("hasAuthority('EXPECTATION_COMMIT')")
    public ResponseEntity<ExpectationJson> commit(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Promise body) {
        return after(id, it -> agreeing.commit(it, Versions.required(ifMatch), body.wish()));
    }

    @PostMapping("/adjust")
    @PreAuthorize("hasAuthority('EXPECTATION_COMMIT')")
    public ResponseEntity<ExpectationJson> adjust(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Adjust body) {
        return after(id, it -> agreeing.adjust(it, Versions.required(ifMatch), body.wish()));
    }

    @PostMapping("/decline")
    @PreAuthorize("hasAuthority('EXPECTATION_COMMIT')")
    public ResponseEntity<ExpectationJson> decline(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Decline body) {
        return after(id, it -> agreeing.decline(it, Versions.required(ifMatch), body.wish()));
    }

    @PostMapping("/deliver")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> deliver(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.Deliver body) {
        return after(id, it -> fulfilling.deliver(it, Versions.required(ifMatch), body.wish()));
    }

    /** Records the customer's confirmation; the caller is kept as their proxy. */
    @PostMapping("/confirm")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> confirm(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.AnswerWish body) {
        return after(id, it -> fulfilling.confirm(it, Versions.required(ifMatch), body.wish()));
    }

    /** Records that the customer did not get what was promised. */
    @PostMapping("/not-met")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> notMet(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.AnswerWish body) {
        return after(id, it -> fulfilling.notMet(it, Versions.required(ifMatch), body.wish()));
    }

    @PostMapping("/withdraw")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> withdraw(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.Because body) {
        return after(id, it -> closing.withdraw(it, Versions.required(ifMatch), body.because()));
    }

    /** Lets it live on in another expectation of the same customer. */
    @PostMapping("/merge")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> merge(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes.Into body) {
        return after(id, it -> closing.merge(it, Versions.required(ifMatch), new ExpectationId(body.into())));
    }

    private ResponseEntity<ExpectationJson> after(UUID id, Consumer<ExpectationId> verb) {
        var expectation = new ExpectationId(id);
        verb.accept(expectation);
        var json = ExpectationJson.of(book.require(expectation));
        return Answers.of(json, json.version());
    }

}
