package io.cesm.domain.people;

import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A unit of the organisation: company, region, office or department, in a dated tree. */
@Entity
@Table(name = "org_unit")
class Unit {

    private @EmbeddedId UnitId id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "parent_id"))
    private @Nullable UnitId parent;

    private @Enumerated(EnumType.STRING) UnitKind kind;

    private String name;

    private @Nullable String nameEn;

    private String path;

    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Unit() {
    }

    private Unit(UnitId id, @Nullable Unit above, UnitKind kind, UnitName name, LocalDate from) {
        this.id = id;
        this.parent = above == null ? null : above.id;
        this.kind = kind;
        this.name = name.name();
        this.nameEn = name.nameEn();
        this.path = path(above, id);
        this.validFrom = from;
    }

    static Unit found(@Nullable Unit above, UnitKind kind, UnitName name, LocalDate from) {
        if (above != null && !above.openOn(from)) {
            throw new FieldRefusal("parent", "unit.closed");
        }
        return new Unit(UnitId.next(), above, kind, name, from);
    }

    void rename(UnitKind newKind, UnitName newName) {
        kind = newKind;
        name = newName.name();
        nameEn = newName.nameEn();
    }

    /** Takes the unit below another; the caller moves the units further down along. */
    void moveBelow(Unit above) {
        if (above.path.startsWith(path)) {
            throw new FieldRefusal("parent", "unit.below_itself");
        }
        parent = above.id;
        path = path(above, id);
    }

    void follow(String oldStart, String newStart) {
        path = newStart + path.substring(oldStart.length());
    }

    void close(LocalDate last) {
        if (last.isBefore(validFrom)) {
            throw new FieldRefusal("until", "unit.ends_before_it_begins");
        }
        if (parent == null) {
            throw new Refusal("unit.root_stays");
        }
        validTo = last;
    }

    void requireVersion(long sent) {
        StaleVersion.check(sent, version == null ? 0 : version);
    }

    boolean openOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    UnitId id() {
        return id;
    }

    @Nullable UnitId parent() {
        return parent;
    }

    UnitKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    @Nullable String nameEn() {
        return nameEn;
    }

    String path() {
        return path;
    }

    @Nullable LocalDate validTo() {
        return validTo;
    }

    private static String path(@Nullable Unit above, UnitId id) {
        return (above == null ? "/" : above.path) + id + "/";
    }

    /**
     * What a unit is called.
     *
     * @param nameEn the English name, if it has one
     */
    record UnitName(String name, @Nullable String nameEn) {

        static UnitName of(@Nullable String name, @Nullable String nameEn) {
            return new UnitName(Texts.required(name, 120, "name"), Texts.optional(nameEn, 120, "nameEn"));
        }

    }

}
