package io.cesm.web.complaint.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.OfferingCaseLinks;
import io.cesm.domain.customer.ContactId;
import io.cesm.web.security.PublicAddress;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customer's own page for programs: making links, and taking them back. */
@RestController
@RequestMapping("/api/v1/complaints/{id}/links")
class CaseLinksApi {

    private final OfferingCaseLinks offering;

    private final PublicAddress address;

    private final Clock clock;

    CaseLinksApi(OfferingCaseLinks offering, PublicAddress address, Clock clock) {
        this.offering = offering;
        this.address = address;
        this.clock = clock;
    }

    /** A link as programs read it; its address is in the answer that makes it alone. */
    record LinkJson(UUID id, UUID contact, String contactName, CaseLinkState state, Instant createdAt,
            Instant expiresAt, @Nullable Instant openedAt, @Nullable Instant lastOpenedAt, @Nullable String address) {

        static LinkJson of(OfferingCaseLinks.Row it, Instant now, @Nullable String address) {
            return new LinkJson(it.id(), it.contact().id(), it.contactName(), it.state(now), it.createdAt(),
                    it.expiresAt(), it.openedAt(), it.lastOpenedAt(), address);
        }

    }

    /**
     * For whom a link is wanted.
     *
     * @param contact null for who complained
     */
    record NewLink(@Nullable UUID contact) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public List<LinkJson> list(@PathVariable UUID id) {
        return offering.of(new ComplaintId(id)).stream().map(it -> LinkJson.of(it, clock.instant(), null)).toList();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<LinkJson> offer(@PathVariable UUID id, @Valid @RequestBody NewLink body) {
        var complaint = new ComplaintId(id);
        var link = offering.offer(complaint, body.contact() == null ? null : new ContactId(body.contact()));
        var shown = address.link("/c/case/" + offering.token(complaint, link));
        return offering.of(complaint)
            .stream()
            .filter(it -> it.id().equals(link))
            .findFirst()
            .map(it -> ResponseEntity.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .body(LinkJson.of(it, clock.instant(), shown)))
            .orElseThrow();
    }

    @DeleteMapping("/{link}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void revoke(@PathVariable UUID id, @PathVariable UUID link) {
        offering.revoke(new ComplaintId(id), link);
    }

}
