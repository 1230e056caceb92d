package io.cesm.web.customer.api;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ConsentGiven;
import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactFilter;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.ContactRegister;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.web.api.Answers;
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

/** People at customers for programs, with every way to reach them. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactsApi {

    private static final int LARGEST = 200;

    private final ContactRegister register;

    private final ContactBook book;

    private final ContactFile file;

    private final RegisteringContacts registering;

    private final Clock clock;

    ContactsApi(ContactRegister register, ContactBook book, ContactFile file, RegisteringContacts registering,
            Clock clock) {
        this.register = register;
        this.book = book;
        this.file = file;
        this.registering = registering;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<ContactJson.Row> list(@RequestParam @Nullable String q, @RequestParam @Nullable UUID customer,
            @RequestParam @Nullable ContactKind kind, @RequestParam @Nullable DecisionRole role,
            @RequestParam @Nullable Boolean active, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var filter = new ContactFilter(q, customer == null ? null : new CustomerId(customer), kind, role, active);
        return register.rows(filter, Math.clamp(size, 1, LARGEST), cursor).map(ContactJson.Row::of);
    }

    /**
     * Everybody who has, or had, this phone, mail address, WeCom id or name, in any
     * writing.
     */
    @GetMapping("/lookup")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ContactJson.Row> lookup(@RequestParam String point) {
        return book.byPoint(point).stream().map(ContactJson.Row::of).toList();
    }

    /** The person; one who was merged away answers where they are now. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<ContactJson> read(@PathVariable UUID id) {
        var contact = new ContactId(id);
        var survivor = book.survivorOf(contact);
        if (survivor.isPresent()) {
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create("/api/v1/contacts/" + survivor.get()))
                .build();
        }
        var json = ContactJson.of(file.head(contact), file.points(contact), file.consents(contact));
        return Answers.of(json, json.version());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> create(@Valid @RequestBody ContactJson.Body body) {
        if (body.customer() == null) {
            throw new FieldRefusal("customer", "text.required");
        }
        var id = registering.register(new CustomerId(body.customer()), body.details(), body.wishes());
        var json = ContactJson.of(file.head(id), file.points(id), file.consents(id));
        return Answers.created("/api/v1/contacts/" + id, json, json.version());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> revise(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ContactJson.Body body) {
        registering.revise(new ContactId(id), body.details(), !Boolean.FALSE.equals(body.keepOldName()),
                Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/move")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> move(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Move body) {
        registering.move(new ContactId(id), new CustomerId(body.customer()), Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/points")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> add(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ContactJson.Point body) {
        registering.add(new ContactId(id), body.wish(), Versions.required(ifMatch));
        return read(id);
    }

    /** Corrects a value; keepOld lets the old one still lead to the person. */
    @PutMapping("/{id}/points/{point}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> correct(@PathVariable UUID id, @PathVariable UUID point,
            @RequestParam(defaultValue = "false") boolean keepOld,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ContactJson.Point body) {
        registering.correct(new ContactId(id), point, body.wish(), keepOld, Versions.required(ifMatch));
        return read(id);
    }

    @DeleteMapping("/{id}/points/{point}")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> drop(@PathVariable UUID id, @PathVariable UUID point,
            @RequestParam(defaultValue = "false") boolean keepAsFormer,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        registering.drop(new ContactId(id), point, keepAsFormer, Versions.required(ifMatch));
        return read(id);
    }

    @PostMapping("/{id}/consents")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public ResponseEntity<ContactJson> consent(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ConsentBody body) {
        registering.consent(new ContactId(id),
                new ConsentGiven(body.purpose(), body.given(), body.textVersion(), body.channel(), clock.instant()),
                Versions.required(ifMatch));
        return read(id);
    }

    record Move(@NotNull UUID customer) {
    }

    record ConsentBody(@NotNull ConsentPurpose purpose, boolean given, @Nullable String textVersion,
            @Nullable String channel) {
    }

}
