package io.cesm.web.expectation.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Slice;
import io.cesm.expectation.ConflictBook;
import io.cesm.expectation.ConflictForesight;
import io.cesm.expectation.ConflictId;
import io.cesm.expectation.ConflictKind;
import io.cesm.expectation.ConflictRow;
import io.cesm.expectation.ConflictState;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ResolveConflict;
import io.cesm.expectation.ResolvingConflicts;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Expectations of one customer that exclude each other, and how they were decided. */
@RestController
@RequestMapping("/api/v1/conflicts")
class ConflictsApi {

    private static final int LARGEST = 200;

    private final ConflictBook book;

    private final ConflictForesight foresight;

    private final ResolvingConflicts resolving;

    ConflictsApi(ConflictBook book, ConflictForesight foresight, ResolvingConflicts resolving) {
        this.book = book;
        this.foresight = foresight;
        this.resolving = resolving;
    }

    /** One of the two expectations. */
    record SideJson(UUID expectation, String number, String verbatim, UUID contact, String contactName,
            @Nullable BigDecimal expectedLevel, @Nullable LocalDate wantedOn) {

        static SideJson of(ConflictRow.Side it) {
            return new SideJson(it.id().id(), it.number(), it.verbatim(), it.contact().id(), it.contactName(),
                    it.level(), it.wantedOn());
        }

    }

    /** A conflict. */
    record ConflictJson(UUID id, long version, UUID customer, String customerName, ConflictKind kind,
            ConflictState state, Instant detectedAt, SideJson first, SideJson second, @Nullable Instant resolvedAt,
            @Nullable UUID chosen, @Nullable String decision, @Nullable String decidedBy, @Nullable LocalDate toldOn,
            @Nullable String toldBy, @Nullable String toldContact) {

        static ConflictJson of(ConflictRow it) {
            var chosen = it.chosen();
            return new ConflictJson(it.id().id(), it.version(), it.customer().id(), it.customerName(), it.kind(),
                    it.state(), it.detectedAt(), SideJson.of(it.first()), SideJson.of(it.second()), it.resolvedAt(),
                    chosen == null ? null : chosen.id(), it.decision(), it.decidedBy(), it.toldOn(), it.toldBy(),
                    it.toldContact());
        }

    }

    /** Body of POST …/resolve. */
    record Resolve(@NotNull UUID chosen, @NotNull UUID decidedBy, @NotBlank String decision,
            @NotNull @Valid Wishes.ToldWish told) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<ConflictJson> list(@RequestParam(defaultValue = "OPEN") ConflictState state,
            @RequestParam @Nullable UUID customer, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return book.slice(state, Ask.customer(customer), Math.clamp(size, 1, LARGEST), cursor).map(ConflictJson::of);
    }

    /** What a new expectation would conflict with. */
    @GetMapping("/foreseen")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<SideJson> foreseen(@RequestParam UUID customer, @RequestParam @Nullable UUID contact,
            @RequestParam String dimension, @RequestParam @Nullable BigDecimal level,
            @RequestParam @Nullable LocalDate wantedOn, @RequestParam @Nullable String words) {
        return foresight.of(new CustomerId(customer), Ask.contact(contact), dimension, level, wantedOn, words, 20)
            .stream()
            .map(SideJson::of)
            .toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<ConflictJson> read(@PathVariable UUID id) {
        var json = ConflictJson.of(book.require(new ConflictId(id)));
        return Answers.of(json, json.version());
    }

    /** Records which side counts, who decided, and who told the other side. */
    @PostMapping("/{id}/resolve")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ConflictJson> resolve(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Resolve body) {
        resolving.resolve(new ConflictId(id), Versions.required(ifMatch),
                new ResolveConflict(new ExpectationId(body.chosen()), new ContactId(body.decidedBy()), body.decision(),
                        body.told().wish()));
        return read(id);
    }

    /** Records that both can be met after all. */
    @PostMapping("/{id}/dismiss")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ConflictJson> dismiss(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wishes.Because body) {
        resolving.dismiss(new ConflictId(id), Versions.required(ifMatch), body.because());
        return read(id);
    }

}
