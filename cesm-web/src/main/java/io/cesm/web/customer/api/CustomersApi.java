package io.cesm.web.customer.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerFilter;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerRegister;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.domain.timeline.TimelineRow;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.search.WhileTyping;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers for programs: list, read, register, revise. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomersApi {

    private static final int LARGEST = 200;

    private final CustomerRegister register;

    private final CustomerFile file;

    private final CustomerBook book;

    private final RegisteringCustomers registering;

    private final TimelineBook timeline;

    private final WhileTyping typing;

    CustomersApi(CustomerRegister register, CustomerFile file, CustomerBook book, RegisteringCustomers registering,
            TimelineBook timeline, WhileTyping typing) {
        this.register = register;
        this.file = file;
        this.book = book;
        this.registering = registering;
        this.timeline = timeline;
        this.typing = typing;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<CustomerJson.Row> list(@RequestParam @Nullable String q, @RequestParam @Nullable Integer tier,
            @RequestParam @Nullable UUID unit, @RequestParam @Nullable CustomerStatus status,
            @RequestParam @Nullable CustomerKind kind, @RequestParam @Nullable UUID staff,
            @RequestParam(defaultValue = "false") boolean visitDue, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var filter = new CustomerFilter(q, tier, unit == null ? null : new UnitId(unit), status, kind,
                staff == null ? null : new StaffId(staff), visitDue);
        return register.rows(filter, Math.clamp(size, 1, LARGEST), cursor).map(CustomerJson.Row::of);
    }

    /**
     * Customers found by a beginning or part of any name, by number, or by a person's
     * phone or mail.
     */
    @GetMapping("/suggest")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<Found> suggest(@RequestParam String q, @RequestParam(defaultValue = "8") int size) {
        return typing.customers(q, Math.clamp(size, 1, 50))
            .stream()
            .map(it -> new Found(it.id().id(), it.number(), it.name(), it.nameEn(), it.tier(), it.unitName()))
            .toList();
    }

    /** The customer; one that was merged away answers where it is now. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<CustomerJson> read(@PathVariable UUID id) {
        var survivor = book.survivorOf(new CustomerId(id));
        if (survivor.isPresent()) {
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create("/api/v1/customers/" + survivor.get()))
                .build();
        }
        var json = CustomerJson.of(file.head(new CustomerId(id)));
        return Answers.of(json, json.version());
    }

    /** What happened to it and to its records, newest first. */
    @GetMapping("/{id}/timeline")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<TimelineRow> timeline(@PathVariable UUID id, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        book.require(new CustomerId(id));
        return timeline.ofCustomer(id, Math.clamp(size, 1, LARGEST), cursor);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<CustomerJson> create(@Valid @RequestBody CustomerJson.Body body) {
        var json = CustomerJson.of(file.head(registering.register(body.details())));
        return Answers.created("/api/v1/customers/" + json.id(), json, json.version());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<CustomerJson> revise(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody CustomerJson.Body body) {
        registering.revise(new CustomerId(id), body.details(), !Boolean.FALSE.equals(body.keepOldName()),
                Versions.required(ifMatch));
        return read(id);
    }

    /** A customer that was found. */
    record Found(UUID id, String number, String name, @Nullable String nameEn, @Nullable Integer tier,
            @Nullable String unit) {
    }

}
