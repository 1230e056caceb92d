package io.cesm.domain.people;

import java.time.Clock;
import java.time.LocalDate;

import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Unit.UnitName;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with the units of the organisation. */
@Service
@Transactional
public class OrganisingUnits {

    private final Units units;

    private final UnitBook book;

    private final Timeline timeline;

    private final CurrentActor current;

    private final Clock clock;

    OrganisingUnits(Units units, UnitBook book, Timeline timeline, CurrentActor current, Clock clock) {
        this.units = units;
        this.book = book;
        this.timeline = timeline;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Founds a unit.
     * @param parent the unit above; only the company itself has none
     * @param from first day, today if missing
     */
    public UnitId found(@Nullable UnitId parent, UnitKind kind, @Nullable String name, @Nullable String nameEn,
            @Nullable LocalDate from) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        if (parent == null && kind != UnitKind.COMPANY) {
            throw new FieldRefusal("parent", "unit.needs_parent");
        }
        var above = parent == null ? null : units.require(parent);
        var unit = units
            .saveAndFlush(Unit.found(above, kind, UnitName.of(name, nameEn), from == null ? today() : from));
        timeline.record(Change.of(subject(unit), "FOUNDED")
            .with("name", null, unit.name())
            .with("kind", null, kind)
            .with("parent", null, above == null ? null : above.name()));
        return unit.id();
    }

    public void rename(UnitId id, UnitKind kind, @Nullable String name, @Nullable String nameEn, long version) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var unit = units.require(id);
        unit.requireVersion(version);
        var wanted = UnitName.of(name, nameEn);
        var change = Change.of(subject(unit), "RENAMED")
            .with("name", unit.name(), wanted.name())
            .with("nameEn", unit.nameEn(), wanted.nameEn())
            .with("kind", unit.kind(), kind);
        unit.rename(kind, wanted);
        units.saveAndFlush(unit);
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    /** Moves a unit with all below it under another one. */
    public void move(UnitId id, UnitId newParent, long version) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var unit = units.require(id);
        unit.requireVersion(version);
        if (newParent.equals(unit.parent())) {
            return;
        }
        var above = units.require(newParent);
        var oldAbove = unit.parent() == null ? null : units.require(unit.parent());
        var oldPath = unit.path();
        var below = units.findByPathStartingWith(oldPath);
        unit.moveBelow(above);
        below.stream().filter(it -> !it.id().equals(id)).forEach(it -> it.follow(oldPath, unit.path()));
        below.forEach(units::saveAndFlush);
        timeline.record(Change.of(subject(unit), "MOVED")
            .with("parent", oldAbove == null ? null : oldAbove.name(), above.name()));
    }

    /** Ends a unit; nobody may work in it any more, and no unit may lie below it. */
    public void close(UnitId id, @Nullable LocalDate last, long version) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var unit = units.require(id);
        unit.requireVersion(version);
        var day = last == null ? today() : last;
        var inUse = book.inUse(id);
        if (inUse > 0) {
            throw new Refusal("unit.in_use", inUse);
        }
        var before = unit.validTo();
        unit.close(day);
        units.saveAndFlush(unit);
        timeline.record(Change.of(subject(unit), "CLOSED").with("validTo", before, day));
    }

    private LocalDate today() {
        return CompanyTime.today(clock);
    }

    private static Subject subject(Unit unit) {
        return new Subject("UNIT", unit.id().id(), unit.name(), null);
    }

}
