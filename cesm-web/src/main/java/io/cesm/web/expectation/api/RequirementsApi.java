package io.cesm.web.expectation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.MoveRequirement;
import io.cesm.expectation.RequirementBook;
import io.cesm.expectation.RequirementId;
import io.cesm.expectation.RequirementRow;
import io.cesm.expectation.RequirementState;
import io.cesm.expectation.RoutingRequirements;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Requirements handed to product development, for the system in which development works:
 * it reads what is open and writes back what becomes of it.
 */
@RestController
@RequestMapping("/api/v1")
class RequirementsApi {

    private static final int LARGEST = 200;

    private final RequirementBook book;

    private final RoutingRequirements routing;

    private final ExpectationBook expectations;

    RequirementsApi(RequirementBook book, RoutingRequirements routing, ExpectationBook expectations) {
        this.book = book;
        this.routing = routing;
        this.expectations = expectations;
    }

    /**
     * A requirement with the customer's words it goes back to.
     *
     * @param next the states it may go to from here
     */
    record RequirementJson(UUID id, long version, String number, UUID expectation, String expectationNumber,
            String verbatim, UUID customer, String customerName, String title, String statement, RequirementState state,
            Set<RequirementState> next, @Nullable String releaseName, @Nullable LocalDate releaseOn,
            @Nullable String answer, @Nullable String externalKey, Instant createdAt, @Nullable String createdBy) {

        static RequirementJson of(RequirementRow it) {
            return new RequirementJson(it.id().id(), it.version(), it.number(), it.expectation().id(),
                    it.expectationNumber(), it.verbatim(), it.customer().id(), it.customerName(), it.title(),
                    it.statement(), it.state(), it.state().next(), it.releaseName(), it.releaseOn(), it.answer(),
                    it.externalKey(), it.createdAt(), it.createdBy());
        }

    }

    /** Body of POST /expectations/{id}/requirements. */
    record RaiseBody(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 4000) String statement) {
    }

    /**
     * Body of POST …/move.
     *
     * @param externalKey its key in the system of product development
     */
    record MoveBody(@NotNull RequirementState to, @Nullable @Size(max = 120) String releaseName,
            @Nullable LocalDate releaseOn, @Nullable @Size(max = 1000) String answer,
            @Nullable @Size(max = 120) String externalKey) {

        MoveRequirement wish() {
            return new MoveRequirement(to, releaseName, releaseOn, answer, externalKey);
        }

    }

    /** Raised last first. */
    @GetMapping("/requirements")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<RequirementJson> list(@RequestParam @Nullable RequirementState state,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return book.slice(state, Math.clamp(size, 1, LARGEST), cursor).map(RequirementJson::of);
    }

    @GetMapping("/requirements/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<RequirementJson> requirement(@PathVariable UUID id) {
        var json = RequirementJson.of(book.require(new RequirementId(id)));
        return Answers.of(json, json.version());
    }

    /** Moves it on in product development; the owner of the expectation hears of it. */
    @PostMapping("/requirements/{id}/move")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<RequirementJson> move(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveBody body) {
        routing.move(new RequirementId(id), Versions.required(ifMatch), body.wish());
        return requirement(id);
    }

    /** What became requirements of one expectation. */
    @GetMapping("/expectations/{id}/requirements")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<RequirementJson> ofExpectation(@PathVariable UUID id) {
        var expectation = expectations.require(new ExpectationId(id)).id();
        return new Slice<>(book.of(expectation).stream().map(RequirementJson::of).toList(), null, null);
    }

    /** Hands an expectation to product development. */
    @PostMapping("/expectations/{id}/requirements")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<RequirementJson> raise(@PathVariable UUID id, @Valid @RequestBody RaiseBody body) {
        var json = RequirementJson
            .of(book.require(routing.raise(new ExpectationId(id), body.title(), body.statement())));
        return Answers.created("/api/v1/requirements/" + json.id(), json, json.version());
    }

}
