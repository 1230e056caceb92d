package io.cesm.web.people;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.people.OrganisingUnits;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.people.UnitKind;
import io.cesm.web.api.Answers;
import io.cesm.web.api.Versions;
import io.cesm.web.people.PeopleApi.UnitItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeping the units in step with the organisation chart of the company. */
@RestController
@RequestMapping("/api/v1/units")
@PreAuthorize("hasAuthority('PEOPLE_ADMIN')")
class UnitsApi {

    private final UnitBook book;

    private final OrganisingUnits organising;

    UnitsApi(UnitBook book, OrganisingUnits organising) {
        this.book = book;
        this.organising = organising;
    }

    /** A unit to found; only the company itself has no parent. */
    record UnitBody(@Nullable UUID parent, @NotNull UnitKind kind, @Nullable String name, @Nullable String nameEn,
            @Nullable LocalDate from) {
    }

    /** What a unit is called from now on. */
    record NameBody(@NotNull UnitKind kind, @Nullable String name, @Nullable String nameEn) {
    }

    /** Below which unit it lies from now on. */
    record MoveBody(@NotNull UUID parent) {
    }

    /** Its last day, today if absent. */
    record CloseBody(@Nullable LocalDate last) {
    }

    @PostMapping
    public ResponseEntity<UnitItem> found(@Valid @RequestBody UnitBody body) {
        var parent = body.parent() == null ? null : new UnitId(body.parent());
        var id = organising.found(parent, body.kind(), body.name(), body.nameEn(), body.from());
        var json = UnitItem.of(book.require(id));
        return Answers.created("/api/v1/units/" + id, json, json.version());
    }

    @PutMapping("/{id}")
    public ResponseEntity<UnitItem> rename(@PathVariable UnitId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NameBody body) {
        organising.rename(id, body.kind(), body.name(), body.nameEn(), Versions.required(ifMatch));
        return after(id);
    }

    /** Moves it with all below it. */
    @PostMapping("/{id}/move")
    public ResponseEntity<UnitItem> move(@PathVariable UnitId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveBody body) {
        organising.move(id, new UnitId(body.parent()), Versions.required(ifMatch));
        return after(id);
    }

    /** Ends it; nobody may work in it any more, and no unit may lie below it. */
    @PostMapping("/{id}/close")
    public ResponseEntity<UnitItem> close(@PathVariable UnitId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody CloseBody body) {
        organising.close(id, body.last(), Versions.required(ifMatch));
        return after(id);
    }

    private ResponseEntity<UnitItem> after(UnitId id) {
        var json = UnitItem.of(book.require(id));
        return Answers.of(json, json.version());
    }

}
