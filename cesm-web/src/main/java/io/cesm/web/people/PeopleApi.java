package io.cesm.web.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.cesm.domain.people.Access;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffFilter;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.StaffRow;
import io.cesm.domain.people.StaffStatus;
import io.cesm.domain.people.SubstituteRow;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitBook.UnitRow;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.people.UnitKind;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.security.StaffAuthentication;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads people and units for programs, and one's own entry. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('VIEW')")
class PeopleApi {

    private static final int LARGEST = 200;

    private final StaffBook people;

    private final UnitBook units;

    private final ManagingStaff managing;

    PeopleApi(StaffBook people, UnitBook units, ManagingStaff managing) {
        this.people = people;
        this.units = units;
        this.managing = managing;
    }

    @GetMapping("/me")
    Me me(StaffAuthentication who) {
        return Me.of(who.access(), who.actor().rights());
    }

    /** Corrects one's own entry; name, unit and roles are not one's own to change. */
    @PutMapping("/me")
    ResponseEntity<StaffDetails> correctMe(StaffAuthentication who,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody OwnBody body) {
        var id = who.access().staff();
        var row = people.require(id);
        managing.correctOwn(
                Person.of(row.name(), body.nameEn(), body.email(), body.phone(), body.language(), body.timeZone()),
                Versions.required(ifMatch));
        return staff(id);
    }

    @GetMapping("/staff")
    StaffList staff(@RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Role role, @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable StaffStatus status,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        var slice = people.list(new StaffFilter(q, role, unit, status), Math.clamp(size, 1, LARGEST), cursor);
        return new StaffList(slice.items().stream().map(StaffItem::of).toList(), slice.next());
    }

    @GetMapping("/staff/{id}")
    ResponseEntity<StaffDetails> staff(@PathVariable StaffId id) {
        var row = people.require(id);
        return Answers.of(
                new StaffDetails(StaffItem.of(row), people.substitutesOf(id).stream().map(Stand::of).toList()),
                row.version());
    }

    @GetMapping("/units")
    UnitList units() {
        return new UnitList(units.tree().stream().map(UnitItem::of).toList(), null);
    }

    @GetMapping("/units/{id}")
    ResponseEntity<UnitItem> unit(@PathVariable UnitId id) {
        var row = units.require(id);
        return Answers.of(UnitItem.of(row), row.version());
    }

    /** What people may correct of their own entry. */
    record OwnBody(@Nullable String nameEn, @Nullable String email, @Nullable String phone, @Nullable String language,
            @Nullable String timeZone) {
    }

    /** The one the token acts for. */
    record Me(String id, String login, String name, @Nullable String nameEn, @Nullable String language, String timeZone,
            String unit, Set<Role> roles, Set<Right> rights) {

        static Me of(Access access, Set<Right> rights) {
            return new Me(access.staff().toString(), access.login(), access.name(), access.nameEn(), access.language(),
                    access.timeZone(), access.unit().toString(), new TreeSet<>(access.roles()), new TreeSet<>(rights));
        }

    }

    /** A page of people. */
    record StaffList(List<StaffItem> items, @Nullable String next) {
    }

    /** A member of staff. */
    record StaffItem(String id, String login, String name, @Nullable String nameEn, @Nullable String email,
            @Nullable String phone, String unit, String unitName, Set<Role> roles, StaffStatus status, long version) {

        static StaffItem of(StaffRow row) {
            return new StaffItem(row.id().toString(), row.login(), row.name(), row.person().nameEn(),
                    row.person().email(), row.person().phone(), row.unit().toString(), row.unitName(), row.roles(),
                    row.status(), row.version());
        }

    }

    /** A member of staff with those who stand in for them. */
    record StaffDetails(StaffItem staff, List<Stand> substitutes) {
    }

    /** Somebody who stands in, with the days. */
    record Stand(String id, String substitute, String name, LocalDate from, LocalDate to) {

        static Stand of(SubstituteRow row) {
            return new Stand(row.id().toString(), row.present().toString(), row.presentName(), row.from(), row.to());
        }

    }

    /** All units, each after the one above it. */
    record UnitList(List<UnitItem> items, @Nullable String next) {
    }

    /** A unit of the organisation. */
    record UnitItem(String id, @Nullable String parent, UnitKind kind, String name, @Nullable String nameEn,
            LocalDate validFrom, @Nullable LocalDate validTo, int people, long version) {

        static UnitItem of(UnitRow row) {
            return new UnitItem(row.id().toString(), row.parent() == null ? null : row.parent().toString(), row.kind(),
                    row.name(), row.nameEn(), row.validFrom(), row.validTo(), row.people(), row.version());
        }

    }

}
