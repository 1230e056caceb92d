package io.cesm.domain.customer;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One person's time in a customer's account team. */
@Entity
@Table(name = "account_team")
class TeamMember {

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "staff_id"))
    private StaffId staff;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean backup;

    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    protected TeamMember() {
    }

    TeamMember(Assignment wish) {
        this.id = Uuid7.next();
        this.staff = wish.staff();
        this.role = wish.role();
        this.backup = wish.backup();
        this.validFrom = wish.from();
        this.validTo = wish.to();
    }

    /** Whether both would hold the same place at the same time. */
    boolean collidesWith(Assignment wish) {
        boolean samePlace = role == wish.role() && (staff.equals(wish.staff()) || (!backup && !wish.backup()));
        boolean endsEarlier = validTo != null && validTo.isBefore(wish.from());
        boolean beginsLater = wish.to() != null && wish.to().isBefore(validFrom);
        return samePlace && !endsEarlier && !beginsLater;
    }

    /** Whether a new one from that day on simply follows this one. */
    boolean isFollowedBy(Assignment wish) {
        return validFrom.isBefore(wish.from()) && (validTo == null || wish.to() == null);
    }

    void endOn(LocalDate last) {
        validTo = last;
    }

    UUID id() {
        return id;
    }

    StaffId staff() {
        return staff;
    }

    Role role() {
        return role;
    }

    boolean isBackup() {
        return backup;
    }

    LocalDate validFrom() {
        return validFrom;
    }

}
