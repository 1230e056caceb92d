package io.cesm.web.story;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.support.People;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Those who play in the story of a complaint: a customer with a mail address, and its
 * whole team.
 */
@TestComponent
class Party {

    private final People people;

    private final RegisteringCustomers customers;

    private final RegisteringContacts contacts;

    private final StaffingAccounts accounts;

    private final JdbcClient jdbc;

    private final Clock clock;

    Party(People people, RegisteringCustomers customers, RegisteringContacts contacts, StaffingAccounts accounts,
            JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.customers = customers;
        this.contacts = contacts;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Guests(CustomerId customer, ContactId contact, String mail, StaffId csr, StaffId fr, StaffId sr,
            StaffId head, StaffId office) {
    }

    Guests gather() {
        var unit = people.company();
        var csr = people.hire(unit, Role.CSR);
        var fr = people.hire(unit, Role.FR);
        var sr = people.hire(unit, Role.SR);
        var head = people.hire(unit, Role.MANAGER);
        var office = people.hire(unit, Role.OFFICE);
        return Acting.as(Actor.system("test"), () -> {
            var key = UUID.randomUUID().toString().substring(0, 8);
            var customer = customers.register(CustomerDetails.company("鸿远重工 " + key, unit));
            var mail = "zhou-" + key + "@hongyuan.example";
            var contact = contacts.register(customer, ContactDetails.named("周工"),
                    List.of(new PointWish(PointKind.EMAIL, mail, null, true)));
            joins(customer, csr, Role.CSR);
            joins(customer, fr, Role.FR);
            joins(customer, sr, Role.SR);
            return new Guests(customer, contact, mail, csr, fr, sr, head, office);
        });
    }

    /** Gives everybody a name, for pictures. */
    void dress(Guests guests) {
        named(guests.csr(), "赵昕怡", "Zhao Xinyi");
        named(guests.fr(), "陈立行", "Chen Lixing");
        named(guests.sr(), "王清越", "Wang Qingyue");
        named(guests.head(), "周启明", "Zhou Qiming");
        named(guests.office(), "沈静姝", "Shen Jingshu");
        jdbc.sql("update customer set name = '鸿远重工', name_en = 'Hongyuan Heavy Industry' where id = ?")
            .param(guests.customer().id())
            .update();
    }

    private void named(StaffId who, String name, String english) {
        jdbc.sql("update staff set name = ?, name_en = ? where id = ?").params(name, english, who.id()).update();
    }

    private void joins(CustomerId customer, StaffId who, Role role) {
        var since = CompanyTime.today(clock).minusDays(30);
        accounts.assign(customer, new Assignment(who, role, false, since, null), null);
    }

}
