package io.cesm.domain.people;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** Somebody stands in for another for some days and sees what the other sees. */
@Entity
class Substitute implements Persistable<UUID> {

    private static final int LONGEST_DAYS = 366;

    private @Id UUID id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "staff_id"))
    private StaffId staff;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "substitute_id"))
    private StaffId substitute;

    private LocalDate validFrom;

    private LocalDate validTo;

    private @Transient boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected Substitute() {
    }

    private Substitute(StaffId staff, StaffId substitute, LocalDate from, LocalDate to) {
        this.id = Uuid7.next();
        this.staff = staff;
        this.substitute = substitute;
        this.validFrom = from;
        this.validTo = to;
        this.fresh = true;
    }

    static Substitute arrange(StaffId staff, StaffId substitute, LocalDate from, LocalDate to) {
        if (staff.equals(substitute)) {
            throw new FieldRefusal("substitute", "substitute.oneself");
        }
        if (to.isBefore(from)) {
            throw new FieldRefusal("to", "substitute.ends_before_it_begins");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw new FieldRefusal("to", "substitute.too_long", LONGEST_DAYS);
        }
        return new Substitute(staff, substitute, from, to);
    }

    StaffId staff() {
        return staff;
    }

    StaffId substitute() {
        return substitute;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostLoad
    @PostPersist
    void stored() {
        fresh = false;
    }

}
