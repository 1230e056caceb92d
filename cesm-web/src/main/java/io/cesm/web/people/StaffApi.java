package io.cesm.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.ArrangingSubstitutes;
import io.cesm.domain.people.HireStaff;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.people.PeopleApi.StaffDetails;
import io.cesm.web.people.PeopleApi.StaffItem;
import io.cesm.web.people.PeopleApi.Stand;
import io.cesm.web.security.PasswordLinks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeping people in step with the directory of the company. A token makes nobody an
 * administrator and opens no administrator's account: that takes a person on the page.
 */
@RestController
@RequestMapping("/api/v1/staff")
class StaffApi {

    private final StaffBook book;

    private final ManagingStaff managing;

    private final ArrangingSubstitutes substitutes;

    private final PasswordLinks links;

    StaffApi(StaffBook book, ManagingStaff managing, ArrangingSubstitutes substitutes, PasswordLinks links) {
        this.book = book;
        this.managing = managing;
        this.substitutes = substitutes;
        this.links = links;
    }

    /** Somebody to take on. */
    record HireBody(@Nullable String login, @Nullable String name, @Nullable String nameEn, @Nullable String email,
            @Nullable String phone, @Nullable String language, @Nullable String timeZone, @NotNull UUID unit,
            @NotNull Set<@NotNull Role> roles) {

        HireStaff wish() {
            return HireStaff.of(login == null ? "" : login, Person.of(name, nameEn, email, phone, language, timeZone),
                    new UnitId(unit), roles);
        }

    }

    /** What is written about somebody. */
    record PersonBody(@Nullable String name, @Nullable String nameEn, @Nullable String email, @Nullable String phone,
            @Nullable String language, @Nullable String timeZone, @NotNull UUID unit) {
    }

    /** The roles somebody has from now on. */
    record RolesBody(@NotNull Set<@NotNull Role> roles) {
    }

    /** Who shall stand in, and on which days. */
    record StandBody(@NotNull UUID substitute, @NotNull LocalDate from, @NotNull LocalDate to) {
    }

    /** A link by which somebody sets their password; shown this once. */
    record LinkJson(String url, Instant expiresAt) {
    }

    @PostMapping
    @PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
    public ResponseEntity<StaffDetails> hire(@Valid @RequestBody HireBody body) {
        if (body.roles().contains(Role.ADMIN)) {
            throw new FieldRefusal("roles", "staff.admin_by_token");
        }
        var id = managing.hire(body.wish());
        var json = details(id);
        return Answers.created("/api/v1/staff/" + id, json, json.staff().version());
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
    public ResponseEntity<StaffDetails> correct(@PathVariable StaffId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PersonBody body) {
        managing.correct(id,
                Person.of(body.name(), body.nameEn(), body.email(), body.phone(), body.language(), body.timeZone()),
                new UnitId(body.unit()), Versions.required(ifMatch));
        return after(id);
    }

    @PutMapping("/{id}/roles")
    @PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
    public ResponseEntity<StaffDetails> changeRoles(@PathVariable StaffId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RolesBody body) {
        if (body.roles().contains(Role.ADMIN) || book.require(id).roles().contains(Role.ADMIN)) {
            throw new FieldRefusal("roles", "staff.admin_by_token");
        }
        managing.changeRoles(id, body.roles(), Versions.required(ifMatch));
        return after(id);
    }

    /** Shuts somebody out at once; what they did stays under their name. */
    @PostMapping("/{id}/disable")
    @PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
    public ResponseEntity<StaffDetails> disable(@PathVariable StaffId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        managing.disable(id, Versions.required(ifMatch));
        return after(id);
    }

    @PostMapping("/{id}/enable")
    @PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
    public ResponseEntity<StaffDetails> enable(@PathVariable StaffId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        if (book.require(id).roles().contains(Role.ADMIN)) {
            throw new Refusal("staff.admin_by_token");
        }
        managing.enable(id, Versions.required(ifMatch));
        return after(id);
    }

    /** Makes a link by which somebody sets their password; an earlier one ends. */
    @PostMapping("/{id}/password-link")
    @PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
    public ResponseEntity<LinkJson> passwordLink(@PathVariable StaffId id) {
        if (book.require(id).roles().contains(Role.ADMIN)) {
            throw new Refusal("staff.admin_by_token");
        }
        var link = links.make(id);
        return Answers.secret("/api/v1/staff/" + id, new LinkJson(link.address(), link.expiresAt()));
    }

    /** Who stands in for somebody, now and later. */
    @GetMapping("/{id}/substitutes")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<Stand> substitutes(@PathVariable StaffId id) {
        book.require(id);
        return new Slice<>(book.substitutesOf(id).stream().map(Stand::of).toList(), null, null);
    }

    /** Everybody for themselves, administrators for all. */
    @PostMapping("/{id}/substitutes")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<Slice<Stand>> arrange(@PathVariable StaffId id, @Valid @RequestBody StandBody body) {
        substitutes.arrange(id, new StaffId(body.substitute()), body.from(), body.to());
        return ResponseEntity.status(201).body(substitutes(id));
    }

    @DeleteMapping("/{id}/substitutes/{substitute}")
    @PreAuthorize("hasAuthority('VIEW')")
    public ResponseEntity<Void> end(@PathVariable StaffId id, @PathVariable UUID substitute) {
        if (book.substitutesOf(id).stream().noneMatch(it -> it.id().equals(substitute))) {
            throw new UnknownThing();
        }
        substitutes.end(substitute);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<StaffDetails> after(StaffId id) {
        var json = details(id);
        return Answers.of(json, json.staff().version());
    }

    private StaffDetails details(StaffId id) {
        return new StaffDetails(StaffItem.of(book.require(id)),
                book.substitutesOf(id).stream().map(Stand::of).toList());
    }

}
