package io.cesm.domain.people;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Somebody who works with CESM: who they are, where they belong and what they are. */
@Entity
class Staff extends AbstractAggregateRoot<Staff> {

    private @EmbeddedId StaffId id;

    private String login;

    private String name;

    private @Nullable String nameEn;

    private @Nullable String email;

    private @Nullable String phone;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "unit_id"))
    private UnitId unit;

    private @Nullable String language;

    private String timeZone;

    private @Enumerated(EnumType.STRING) StaffStatus status;

    private boolean demo;

    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    private @Version @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Staff() {
    }

    @SuppressWarnings("NullAway.Init")
    private Staff(String login, Person person, UnitId unit, Set<Role> roles, boolean demo, Instant at) {
        this.id = StaffId.next();
        this.login = login;
        this.unit = unit;
        this.status = StaffStatus.ACTIVE;
        this.demo = demo;
        this.createdAt = at;
        this.roles.addAll(roles);
        write(person);
    }

    static Staff hire(String login, Person person, UnitId unit, Set<Role> roles, boolean demo, Instant at) {
        if (roles.isEmpty()) {
            throw new FieldRefusal("roles", "staff.without_role");
        }
        return new Staff(login(login), person, unit, roles, demo, at);
    }

    /**
     * What somebody may call themselves at the sign-in; folded, so that case does not
     * matter.
     */
    static String login(@Nullable String text) {
        var login = Texts.required(text, 120, "login").toLowerCase(Locale.ROOT);
        if (!login.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]*")) {
            throw new FieldRefusal("login", "staff.login_invalid");
        }
        return login;
    }

    void correct(Person person) {
        write(person);
    }

    void moveTo(UnitId newUnit) {
        unit = newUnit;
    }

    Set<Role> changeRoles(Set<Role> wanted) {
        if (wanted.isEmpty()) {
            throw new FieldRefusal("roles", "staff.without_role");
        }
        var before = Set.copyOf(roles);
        roles.clear();
        roles.addAll(wanted);
        registerEvent(new StaffRolesChanged(id, Set.copyOf(wanted)));
        return before;
    }

    void disable() {
        status = StaffStatus.DISABLED;
        registerEvent(new StaffDisabled(id));
    }

    void enable() {
        status = StaffStatus.ACTIVE;
    }

    void requireVersion(long sent) {
        StaleVersion.check(sent, version == null ? 0 : version);
    }

    StaffId id() {
        return id;
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    UnitId unit() {
        return unit;
    }

    Person person() {
        return new Person(name, nameEn, email, phone, language, timeZone);
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    boolean active() {
        return status == StaffStatus.ACTIVE;
    }

    private void write(Person person) {
        name = person.name();
        nameEn = person.nameEn();
        email = person.email();
        phone = person.phone();
        language = person.language();
        timeZone = person.timeZone();
    }

}
