package io.cesm.web.customer.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.CompetitorFacts;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.NotingMarket;
import io.cesm.domain.customer.ReferenceFacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.customer.TeamBook;
import io.cesm.domain.customer.Tiering;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tiers, account team, competitors and references of a customer; all under the customer's
 * version.
 */
@RestController
@RequestMapping("/api/v1/customers/{id}")
class CustomerPartsApi {

    private final RegisteringCustomers registering;

    private final StaffingAccounts staffing;

    private final NotingMarket noting;

    private final CustomerFile file;

    private final TeamBook teamBook;

    CustomerPartsApi(RegisteringCustomers registering, StaffingAccounts staffing, NotingMarket noting,
            CustomerFile file, TeamBook teamBook) {
        this.registering = registering;
        this.staffing = staffing;
        this.noting = noting;
        this.file = file;
        this.teamBook = teamBook;
    }

    @GetMapping("/tiers")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<CustomerFile.TierRow> tiers(@PathVariable UUID id) {
        return file.tiers(file.head(new CustomerId(id)).id());
    }

    @PostMapping("/tiers")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.TierRow>> place(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TierBody body) {
        registering.place(new CustomerId(id), new Tiering(body.tier(), body.valueBasis(), body.annualValue(),
                body.currency() == null ? "CNY" : body.currency(), body.from()), Versions.required(ifMatch));
        return answer(id, HttpStatus.CREATED, tiers(id));
    }

    @GetMapping("/team")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<MemberJson> team(@PathVariable UUID id) {
        return teamBook.history(file.head(new CustomerId(id)).id()).stream().map(MemberJson::of).toList();
    }

    @PostMapping("/team")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<MemberJson>> assign(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody MemberBody body) {
        staffing.assign(new CustomerId(id), new Assignment(new StaffId(body.staff()), body.role(),
                Boolean.TRUE.equals(body.backup()), body.from(), body.to()), Versions.required(ifMatch));
        return answer(id, HttpStatus.CREATED, team(id));
    }

    /** Ends somebody's time in the team; last is their last day. */
    @DeleteMapping("/team/{member}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<MemberJson>> release(@PathVariable UUID id, @PathVariable UUID member,
            @RequestParam LocalDate last,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        staffing.release(new CustomerId(id), member, last, Versions.required(ifMatch));
        return answer(id, HttpStatus.OK, team(id));
    }

    @GetMapping("/competitors")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<CustomerFile.CompetitorRow> competitors(@PathVariable UUID id) {
        return file.competitors(file.head(new CustomerId(id)).id());
    }

    @PostMapping("/competitors")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.CompetitorRow>> add(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CompetitorFacts body) {
        noting.add(new CustomerId(id), body, Versions.required(ifMatch));
        return answer(id, HttpStatus.CREATED, competitors(id));
    }

    @PutMapping("/competitors/{competitor}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.CompetitorRow>> revise(@PathVariable UUID id, @PathVariable UUID competitor,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CompetitorFacts body) {
        noting.revise(new CustomerId(id), competitor, body, Versions.required(ifMatch));
        return answer(id, HttpStatus.OK, competitors(id));
    }

    @DeleteMapping("/competitors/{competitor}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.CompetitorRow>> drop(@PathVariable UUID id, @PathVariable UUID competitor,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        noting.dropCompetitor(new CustomerId(id), competitor, Versions.required(ifMatch));
        return answer(id, HttpStatus.OK, competitors(id));
    }

    @GetMapping("/references")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<CustomerFile.ReferenceRow> references(@PathVariable UUID id) {
        return file.references(file.head(new CustomerId(id)).id());
    }

    @PostMapping("/references")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.ReferenceRow>> addReference(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReferenceFacts body) {
        noting.add(new CustomerId(id), body, Versions.required(ifMatch));
        return answer(id, HttpStatus.CREATED, references(id));
    }

    @PutMapping("/references/{reference}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.ReferenceRow>> reviseReference(@PathVariable UUID id,
            @PathVariable UUID reference, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReferenceFacts body) {
        noting.revise(new CustomerId(id), reference, body, Versions.required(ifMatch));
        return answer(id, HttpStatus.OK, references(id));
    }

    @DeleteMapping("/references/{reference}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<List<CustomerFile.ReferenceRow>> dropReference(@PathVariable UUID id,
            @PathVariable UUID reference,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        noting.dropReference(new CustomerId(id), reference, Versions.required(ifMatch));
        return answer(id, HttpStatus.OK, references(id));
    }

    private <T> ResponseEntity<T> answer(UUID id, HttpStatus status, T body) {
        return ResponseEntity.status(status).eTag(Versions.etag(file.head(new CustomerId(id)).version())).body(body);
    }

    record TierBody(int tier, @Nullable String valueBasis, @Nullable BigDecimal annualValue, @Nullable String currency,
            @NotNull LocalDate from) {
    }

    record MemberBody(@NotNull UUID staff, @NotNull Role role, @Nullable Boolean backup, @NotNull LocalDate from,
            @Nullable LocalDate to) {
    }

    record MemberJson(UUID id, UUID staff, String name, Role role, boolean backup, LocalDate from,
            @Nullable LocalDate to) {

        static MemberJson of(TeamBook.Member it) {
            return new MemberJson(it.id(), it.staff().id(), it.name(), it.role(), it.backup(), it.from(), it.to());
        }
    }

}
