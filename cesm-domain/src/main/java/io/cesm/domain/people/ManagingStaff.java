package io.cesm.domain.people;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with members of staff, and what each does with their own entry.
 */
@Service
@Transactional
public class ManagingStaff {

    private final StaffMembers members;

    private final Units units;

    private final Administrators administrators;

    private final Timeline timeline;

    private final CurrentActor current;

    private final Clock clock;

    ManagingStaff(StaffMembers members, Units units, Administrators administrators, Timeline timeline,
            CurrentActor current, Clock clock) {
        this.members = members;
        this.units = units;
        this.administrators = administrators;
        this.timeline = timeline;
        this.current = current;
        this.clock = clock;
    }

    /** Takes somebody on. */
    public StaffId hire(HireStaff wish) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var login = Staff.login(wish.login());
        if (members.existsByLogin(login)) {
            throw new FieldRefusal("login", "staff.login_taken");
        }
        units.require(wish.unit());
        var staff = members
            .saveAndFlush(Staff.hire(login, wish.person(), wish.unit(), wish.roles(), wish.demo(), clock.instant()));
        timeline.record(Change.of(subject(staff), "HIRED")
            .with("login", null, login)
            .with("unit", null, unitName(wish.unit()))
            .with("roles", null, names(wish.roles())));
        if (wish.roles().contains(Role.ADMIN)) {
            administrators.tell(staff.id(), staff.name(), "admin_granted");
        }
        return staff.id();
    }

    public void correct(StaffId id, Person person, UnitId unit, long version) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var staff = members.require(id);
        staff.requireVersion(version);
        if (!staff.unit().equals(unit)) {
            units.require(unit);
        }
        var change = correction(staff, person).with("unit", unitName(staff.unit()), unitName(unit));
        staff.correct(person);
        staff.moveTo(unit);
        save(staff, change);
    }

    /** Corrects one's own entry; the unit and the roles are not one's own to change. */
    public void correctOwn(Person person, long version) {
        var staff = members.require(current.actor().requireStaff());
        staff.requireVersion(version);
        var change = correction(staff, person);
        staff.correct(person);
        save(staff, change);
    }

    /**
     * Gives somebody other roles. Nobody gives themselves any, and the other
     * administrators hear of it when somebody becomes one of them.
     */
    public void changeRoles(StaffId id, Set<Role> roles, long version) {
        var actor = current.actor();
        actor.requireMay(Right.PEOPLE_ADMIN);
        if (id.equals(actor.staff())) {
            throw new Refusal("staff.own_roles");
        }
        var staff = members.require(id);
        staff.requireVersion(version);
        if (!roles.contains(Role.ADMIN)) {
            administrators.requireAnotherThan(id);
        }
        var before = staff.changeRoles(roles);
        save(staff, Change.of(subject(staff), "ROLES_CHANGED").with("roles", names(before), names(roles)));
        if (roles.contains(Role.ADMIN) && !before.contains(Role.ADMIN)) {
            administrators.tell(id, staff.name(), "admin_granted");
        }
    }

    /** Shuts somebody out at once; what they did stays under their name. */
    public void disable(StaffId id, long version) {
        var actor = current.actor();
        actor.requireMay(Right.PEOPLE_ADMIN);
        if (id.equals(actor.staff())) {
            throw new Refusal("staff.own_status");
        }
        var staff = members.require(id);
        staff.requireVersion(version);
        administrators.requireAnotherThan(id);
        if (staff.active()) {
            staff.disable();
            save(staff, Change.of(subject(staff), "DISABLED").with("status", "ACTIVE", "DISABLED"));
        }
    }

    public void enable(StaffId id, long version) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var staff = members.require(id);
        staff.requireVersion(version);
        if (!staff.active()) {
            staff.enable();
            save(staff, Change.of(subject(staff), "ENABLED").with("status", "DISABLED", "ACTIVE"));
        }
    }

    private void save(Staff staff, Change change) {
        members.saveAndFlush(staff);
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    private Change correction(Staff staff, Person now) {
        var before = staff.person();
        return Change.of(subject(staff), "CORRECTED")
            .with("name", before.name(), now.name())
            .with("nameEn", before.nameEn(), now.nameEn())
            .with("email", before.email(), now.email())
            .with("phone", before.phone(), now.phone())
            .with("language", before.language(), now.language())
            .with("timeZone", before.timeZone(), now.timeZone());
    }

    private @Nullable String unitName(UnitId id) {
        return units.findById(id).map(Unit::name).orElse(null);
    }

    private static Subject subject(Staff staff) {
        return new Subject("STAFF", staff.id().id(), staff.name(), null);
    }

    private static String names(Set<Role> roles) {
        return String.join(", ", new TreeSet<>(roles).stream().map(Role::name).toList());
    }

}
