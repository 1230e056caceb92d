package io.cesm.web.customer.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DuplicateBook;
import io.cesm.domain.customer.FindingDuplicates;
import io.cesm.domain.customer.MergeBook;
import io.cesm.domain.customer.MergeKind;
import io.cesm.domain.customer.MergingRecords;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.Similar;
import io.cesm.domain.kernel.Slice;
import io.cesm.web.api.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Suggested duplicates, decisions, merges and their undoing for programs. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('MERGE')")
class DuplicatesApi {

    private static final int AT_ONCE = 1_000;

    private final DuplicateBook book;

    private final FindingDuplicates finding;

    private final MergingRecords merging;

    DuplicatesApi(DuplicateBook book, FindingDuplicates finding, MergingRecords merging) {
        this.book = book;
        this.finding = finding;
        this.merging = merging;
    }

    @GetMapping("/duplicates")
    public Slice<DuplicateBook.Suggested> list(@RequestParam(defaultValue = "CUSTOMER") MergeKind kind,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return book.open(kind, Math.clamp(size, 1, 200), cursor);
    }

    /** Compares new and changed records with all others at once, instead of tonight. */
    @PostMapping("/duplicates/look")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void look() {
        finding.look(AT_ONCE);
    }

    /** Customers whose name is like one that is about to be registered. */
    @GetMapping("/duplicates/customers")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public List<Similar> customersLike(@RequestParam String name) {
        return book.customersLike(name);
    }

    /** People with the same name at the customer, or with the same phone or mail. */
    @GetMapping("/duplicates/contacts")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public List<Similar> contactsLike(@RequestParam @Nullable UUID customer, @RequestParam @Nullable String name,
            @RequestParam @Nullable List<String> phone, @RequestParam @Nullable List<String> email) {
        var points = Stream.concat(points(PointKind.PHONE, phone), points(PointKind.EMAIL, email)).toList();
        return book.contactsLike(customer == null ? null : new CustomerId(customer), name, points);
    }

    private static Stream<PointWish> points(PointKind kind, @Nullable List<String> values) {
        return values == null ? Stream.of() : values.stream().map(it -> new PointWish(kind, it, null, false));
    }

    /** Merges of a record that can be undone, the latest first. */
    @GetMapping("/merges")
    public List<MergeBook.Merged> merges(@RequestParam MergeKind kind, @RequestParam UUID record) {
        return merging.mergesOf(kind, record);
    }

    /** These two are different ones; they are not suggested again. */
    @PostMapping("/duplicates/decisions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void different(@Valid @RequestBody Decision body) {
        finding.different(body.kind(), body.first(), body.second());
    }

    /** What a merge would choose from and move. */
    @GetMapping("/merges/preview")
    public MergingRecords.Preview preview(@RequestParam MergeKind kind, @RequestParam UUID survivor,
            @RequestParam UUID absorbed) {
        return merging.preview(kind, survivor, absorbed);
    }

    /** Merges; If-Match is the version of the one that stays. */
    @PostMapping("/merges")
    @ResponseStatus(HttpStatus.CREATED)
    public Map<String, UUID> merge(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Merge body) {
        long seen = Versions.required(ifMatch);
        var take = body.take() == null ? Set.<String>of() : body.take();
        var id = body.kind() == MergeKind.CUSTOMER
                ? merging.merge(new CustomerId(body.survivor()), new CustomerId(body.absorbed()), take, seen)
                : merging.merge(new ContactId(body.survivor()), new ContactId(body.absorbed()), take, seen);
        return Map.of("id", id);
    }

    @PostMapping("/merges/{merge}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void undo(@PathVariable UUID merge) {
        merging.undo(merge);
    }

    record Decision(@NotNull MergeKind kind, @NotNull UUID first, @NotNull UUID second) {
    }

    /**
     * The wish to merge.
     *
     * @param take fields taken from the one that goes
     */
    record Merge(@NotNull MergeKind kind, @NotNull UUID survivor, @NotNull UUID absorbed, @Nullable Set<String> take) {
    }

}
