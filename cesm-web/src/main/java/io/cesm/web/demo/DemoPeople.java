package io.cesm.web.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.ArrangingSubstitutes;
import io.cesm.domain.people.HireStaff;
import io.cesm.domain.people.ManagingStaff;
import io.cesm.domain.people.OrganisingUnits;
import io.cesm.domain.people.Person;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.people.UnitKind;
import io.cesm.web.security.Credentials;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Founds the units of the demo company, takes its people on and lets some sign in. */
@Component
@Order(10)
class DemoPeople implements DemoPart {

    private final OrganisingUnits units;

    private final ManagingStaff staff;

    private final ArrangingSubstitutes substitutes;

    private final Credentials credentials;

    private final Batch batch;

    private final JdbcClient jdbc;

    DemoPeople(OrganisingUnits units, ManagingStaff staff, ArrangingSubstitutes substitutes, Credentials credentials,
            Batch batch, JdbcClient jdbc) {
        this.units = units;
        this.staff = staff;
        this.substitutes = substitutes;
        this.credentials = credentials;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    @Override
    public void tell(DemoWorld world) {
        var company = world.texts().company();
        var cast = batch.at(world.start(), () -> engage(company, world.start()));
        world.engaged(cast);
        batch.at(world.now(), () -> {
            arrangeAbsences(company, cast, world.today());
            credentials.assign(
                    cast.members().values().stream().limit(DemoCompany.ACCOUNTS).map(Cast.Member::id).toList(),
                    DemoCompany.PASSWORD);
            return true;
        });
    }

    @Override
    public void recall(DemoWorld world) {
        Map<String, UnitId> founded = new LinkedHashMap<>();
        Map<String, UnitId> known = new HashMap<>();
        jdbc.sql("select name, id from org_unit").query(rs -> {
            known.put(rs.getString(1), new UnitId(rs.getObject(2, UUID.class)));
        });
        for (var unit : world.texts().company().at("units").items()) {
            founded.put(unit.at(0).text(), requireNonNull(known.get(unit.at(3).text())));
        }
        Map<String, Cast.Member> members = new LinkedHashMap<>();
        for (var one : world.texts().company().at("staff").items()) {
            var login = one.at(0).text();
            members.put(login,
                    jdbc.sql("select id, name from staff where demo and login = ?")
                        .param(login)
                        .query((rs, i) -> new Cast.Member(new StaffId(rs.getObject(1, UUID.class)), rs.getString(2),
                                roles(one)))
                        .single());
        }
        world.engaged(new Cast(founded, members));
    }

    private Cast engage(Words company, LocalDate from) {
        Map<String, UnitId> founded = new LinkedHashMap<>();
        for (var unit : company.at("units").items()) {
            var parent = unit.at(1).isGiven() ? founded.get(unit.at(1).text()) : null;
            founded.put(unit.at(0).text(), units.found(parent, UnitKind.valueOf(unit.at(2).text()), unit.at(3).text(),
                    unit.at(4).text(), from));
        }
        Map<String, Cast.Member> members = new LinkedHashMap<>();
        var cast = new Cast(founded, members);
        for (var one : company.at("staff").items()) {
            members.put(one.at(0).text(), hire(one, cast, members.size()));
        }
        return cast;
    }

    private Cast.Member hire(Words one, Cast cast, int number) {
        var login = one.at(0).text();
        var name = one.at(1).text();
        var roles = roles(one);
        var person = Person.of(name, one.at(2).text(), login + "@henglan.example",
                "1740 050 %04d".formatted(1100 + 7 * number), null, null);
        return new Cast.Member(staff.hire(new HireStaff(login, person, cast.unit(one.at(3).text()), roles, true)), name,
                Set.copyOf(roles));
    }

    private static Set<Role> roles(Words one) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        one.at(4).texts().forEach(it -> roles.add(Role.valueOf(it)));
        return roles;
    }

    private void arrangeAbsences(Words company, Cast cast, LocalDate today) {
        for (var one : company.at("substitutes").items()) {
            substitutes.arrange(cast.member(one.at(0).text()).id(), cast.member(one.at(1).text()).id(),
                    today.plusDays(one.at(2).number()), today.plusDays(one.at(3).number()));
        }
    }

}
