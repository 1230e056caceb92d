package io.cesm.web.complaint.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.LetIn;
import io.cesm.domain.complaint.LettingPartiesIn;
import io.cesm.domain.complaint.LettingPartiesIn.Admitted;
import io.cesm.domain.complaint.Party;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.web.security.PublicAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** The parties of a complaint for programs. */
@RestController
@RequestMapping("/api/v1/complaints/{id}/parties")
class PartiesApi {

    private final LettingPartiesIn letting;

    private final PublicAddress address;

    private final Clock clock;

    PartiesApi(LettingPartiesIn letting, PublicAddress address, Clock clock) {
        this.letting = letting;
        this.address = address;
        this.clock = clock;
    }

    /** A party as programs read it; the link is in the answer that lets them in alone. */
    record PartyJson(UUID id, @Nullable UUID contact, String name, @Nullable String company, String mail, String topic,
            CaseLinkState state, Instant createdAt, Instant expiresAt, @Nullable Instant removedAt,
            @Nullable Instant lastOpenedAt, @Nullable String link) {

        static PartyJson of(Party it, Instant now, @Nullable String link) {
            return new PartyJson(it.id(), it.contact(), it.name(), it.company(), it.address(), it.topic(),
                    it.state(now), it.createdAt(), it.expiresAt(), it.removedAt(), it.lastOpenedAt(), link);
        }

    }

    /**
     * Whom to let in.
     *
     * @param contact a person of the customer; else name, company and mail say who it is
     */
    record NewParty(@Nullable UUID contact, @Size(max = 120) @Nullable String name,
            @Size(max = 200) @Nullable String company, @Size(max = 254) @Nullable String mail,
            @Nullable String language, @NotBlank @Size(max = 200) @Nullable String topic) {

        LetIn wish() {
            return new LetIn(contact == null ? null : new ContactId(contact), name, company, mail, language, topic);
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public List<PartyJson> list(@PathVariable UUID id) {
        return letting.of(new ComplaintId(id)).stream().map(it -> PartyJson.of(it, clock.instant(), null)).toList();
    }

    /** A complaint out of reach is not there, whatever the body says of a party. */
    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public ResponseEntity<PartyJson> letIn(@PathVariable UUID id, @RequestBody NewParty body) {
        var made = admit(new ComplaintId(id), body.wish());
        return ResponseEntity.status(HttpStatus.CREATED)
            .header("Cache-Control", "no-store")
            .body(PartyJson.of(made.party(), clock.instant(), address.link("/c/room/" + made.token())));
    }

    private Admitted admit(ComplaintId complaint, LetIn wish) {
        try {
            return letting.letIn(complaint, wish);
        }
        catch (FieldRefusal wrong) {
            throw wrong.field().equals("address") ? new FieldRefusal("mail", wrong.code(), wrong.args().toArray())
                    : wrong;
        }
    }

    /** Ends the page of a party; what was said stays. */
    @DeleteMapping("/{party}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(@PathVariable UUID id, @PathVariable UUID party) {
        letting.remove(new ComplaintId(id), party);
    }

}
