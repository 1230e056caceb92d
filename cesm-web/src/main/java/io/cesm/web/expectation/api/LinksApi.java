package io.cesm.web.expectation.api;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.Slice;
import io.cesm.expectation.ConfirmationLinkId;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.LinkState;
import io.cesm.expectation.OfferingConfirmation;
import io.cesm.web.api.Answers;
import io.cesm.web.security.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Links with which a customer's contact confirms a delivery, made to be sent by others.
 */
@RestController
@RequestMapping("/api/v1/expectations/{id}/links")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class LinksApi {

    private final OfferingConfirmation offering;

    private final PublicAddress address;

    private final Clock clock;

    LinksApi(OfferingConfirmation offering, PublicAddress address, Clock clock) {
        this.offering = offering;
        this.address = address;
        this.clock = clock;
    }

    /** A link as it stands; its address is not kept. */
    record LinkJson(UUID id, String contactName, LinkState state, Instant createdAt, @Nullable String createdBy,
            Instant expiresAt, @Nullable Instant usedAt, @Nullable Instant revokedAt) {

        static LinkJson of(OfferingConfirmation.Row it, Instant now) {
            return new LinkJson(it.id().id(), it.contactName(), it.state(now), it.createdAt(), it.createdBy(),
                    it.expiresAt(), it.usedAt(), it.revokedAt());
        }

    }

    /** For whom; the contact who said it if nobody is named. */
    record LinkBody(@Nullable UUID contact) {
    }

    /** A link just made; the address is shown this once. */
    record MadeJson(UUID id, String url, UUID contact, Instant expiresAt) {
    }

    /** All that were made, the latest first. */
    @GetMapping
    public Slice<LinkJson> list(@PathVariable UUID id) {
        var now = clock.instant();
        return new Slice<>(offering.of(new ExpectationId(id)).stream().map(it -> LinkJson.of(it, now)).toList(), null,
                null);
    }

    /** An earlier link of the same contact stops working. */
    @PostMapping
    public ResponseEntity<MadeJson> make(@PathVariable UUID id, @RequestBody LinkBody body) {
        var made = offering.make(new ExpectationId(id), Ask.contact(body.contact()));
        return Answers.secret("/api/v1/expectations/" + id + "/links", new MadeJson(made.id().id(),
                address.link("/c/" + made.token()), made.contact().id(), made.expiresAt()));
    }

    /** Takes a link back; one that was used stays as it is. */
    @DeleteMapping("/{link}")
    public ResponseEntity<Void> revoke(@PathVariable UUID id, @PathVariable UUID link) {
        offering.revoke(new ExpectationId(id), new ConfirmationLinkId(link));
        return ResponseEntity.noContent().build();
    }

}
