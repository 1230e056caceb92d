package io.cesm.web.support;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.ArrangingSubstitutes;
import io.cesm.domain.people.HireStaff;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.OrganisingUnits;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.people.UnitKind;
import io.cesm.web.security.Credentials;

import org.springframework.boot.test.context.TestComponent;

/**
 * Founds units and hires people through the public doors, and lets work be done in their
 * name. Everybody's password is {@link #PASSWORD}.
 */
@TestComponent
public class People {

    public static final String PASSWORD = "a long enough test password 4711";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final OrganisingUnits units;

    private final ManagingStaff staff;

    private final AccessBook accesses;

    private final Credentials credentials;

    private final ArrangingSubstitutes substitutes;

    private final StaffBook book;

    People(OrganisingUnits units, ManagingStaff staff, AccessBook accesses, Credentials credentials,
            ArrangingSubstitutes substitutes, StaffBook book) {
        this.units = units;
        this.staff = staff;
        this.accesses = accesses;
        this.credentials = credentials;
        this.substitutes = substitutes;
        this.book = book;
    }

    /** A company of its own. */
    public UnitId company() {
        return asSystem(() -> units.found(null, UnitKind.COMPANY, "测试公司 " + COUNT.incrementAndGet(), null, null));
    }

    public UnitId office(UnitId above) {
        return asSystem(() -> units.found(above, UnitKind.OFFICE, "办事处 " + COUNT.incrementAndGet(), null, null));
    }

    /** Somebody with these roles in a company of their own. */
    public StaffId hire(Role... roles) {
        return hire(company(), roles);
    }

    public StaffId hire(UnitId unit, Role... roles) {
        int n = COUNT.incrementAndGet();
        return asSystem(() -> staff
            .hire(HireStaff.of("t" + n, Person.named("测试" + n), unit, EnumSet.copyOf(Arrays.asList(roles)))));
    }

    /** Lets somebody stand in for another today. */
    public void substitute(StaffId absent, StaffId present) {
        asSystem(() -> substitutes.arrange(absent, present, LocalDate.now().minusDays(1), LocalDate.now().plusDays(2)));
    }

    public void disable(StaffId id) {
        asSystem(() -> {
            staff.disable(id, book.require(id).version());
            return id;
        });
    }

    /** The name under which somebody signs in. */
    public String login(StaffId id) {
        return accesses.of(id).orElseThrow().login();
    }

    /**
     * Lets somebody sign in with {@link #PASSWORD}; needed only where the sign-in itself
     * is tried.
     */
    public String withPassword(StaffId id) {
        credentials.assign(List.of(id), PASSWORD);
        return login(id);
    }

    /** The person as the one who acts, with the scope of this moment. */
    public Actor actor(StaffId id) {
        return accesses.of(id).orElseThrow().actor("page", "127.0.0.1");
    }

    public <T> T as(StaffId id, Supplier<T> work) {
        return Acting.as(actor(id), work);
    }

    public void as(StaffId id, Runnable work) {
        Acting.as(actor(id), work);
    }

    private static <T> T asSystem(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

}
