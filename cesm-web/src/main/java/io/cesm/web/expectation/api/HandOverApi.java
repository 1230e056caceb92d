package io.cesm.web.expectation.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.HandingOver;
import io.cesm.web.api.Answers;
import jakarta.validation.Valid;
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

/**
 * Passing expectations on as a handshake. There is one open offer at most, and it is the
 * offer that is answered: no version is asked for.
 */
@RestController
@RequestMapping("/api/v1")
class HandOverApi {

    private final HandingOver handingOver;

    private final ExpectationBook book;

    HandOverApi(HandingOver handingOver, ExpectationBook book) {
        this.handingOver = handingOver;
        this.book = book;
    }

    /** An offer that waits for its answer. */
    record OfferJson(UUID expectation, @Nullable String from, UUID to, String toName, @Nullable String note,
            Instant offeredAt, boolean mine, boolean byMe) {

        static OfferJson of(HandingOver.Offer it) {
            return new OfferJson(it.expectation().id(), it.fromName(), it.to().id(), it.toName(), it.note(),
                    it.offeredAt(), it.mine(), it.byMe());
        }

    }

    /** Body of POST …/hand-over. */
    record OfferBody(@NotNull UUID receiver, @Nullable @Size(max = 1000) String note) {
    }

    /**
     * What is offered to the owner of the token, or to somebody they stand in for today.
     */
    @GetMapping("/hand-overs")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<OfferJson> toMe() {
        List<OfferJson> offers = handingOver.toMe().stream().map(OfferJson::of).toList();
        return new Slice<>(offers, null, null);
    }

    /** The offer that waits for an answer; 404 if there is none. */
    @GetMapping("/expectations/{id}/hand-over")
    @PreAuthorize("hasAuthority('VIEW')")
    public OfferJson open(@PathVariable UUID id) {
        var offer = handingOver.open(book.require(new ExpectationId(id)).id());
        if (offer == null) {
            throw new UnknownThing();
        }
        return OfferJson.of(offer);
    }

    @PostMapping("/expectations/{id}/hand-over")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public OfferJson offer(@PathVariable UUID id, @Valid @RequestBody OfferBody body) {
        handingOver.offer(new ExpectationId(id), new StaffId(body.receiver()), body.note());
        return open(id);
    }

    /**
     * Takes over what was offered; the expectation belongs to the receiver from now on.
     */
    @PostMapping("/expectations/{id}/hand-over/accept")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Void> accept(@PathVariable UUID id) {
        handingOver.accept(new ExpectationId(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/expectations/{id}/hand-over/refuse")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<Void> refuse(@PathVariable UUID id, @RequestBody Wishes.Because body) {
        handingOver.refuse(new ExpectationId(id), body.because());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/expectations/{id}/hand-over/take-back")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public ResponseEntity<ExpectationJson> takeBack(@PathVariable UUID id) {
        var expectation = new ExpectationId(id);
        handingOver.takeBack(expectation);
        var json = ExpectationJson.of(book.require(expectation));
        return Answers.of(json, json.version());
    }

}
