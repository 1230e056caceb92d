package io.cesm.web.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerStatus;
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

/** Those who play: a customer, one person there, and two of us who look after it. */
@TestComponent
class Cast {

    private final People people;

    private final RegisteringCustomers customers;

    private final RegisteringContacts contacts;

    private final StaffingAccounts accounts;

    private final Clock clock;

    Cast(People people, RegisteringCustomers customers, RegisteringContacts contacts, StaffingAccounts accounts,
            Clock clock) {
        this.people = people;
        this.customers = customers;
        this.contacts = contacts;
        this.accounts = accounts;
        this.clock = clock;
    }

    record Players(CustomerId customer, String customerName, String csrLogin, StaffId ar, String arLogin) {
    }

    Players gather() {
        var unit = people.company();
        var csr = people.hire(unit, Role.CSR);
        var ar = people.hire(unit, Role.AR);
        return Acting.as(Actor.system("test"), () -> {
            var name = "澜峤重工 " + unit.toString().substring(30);
            var customer = customers.register(new CustomerDetails(CustomerKind.COMPANY, CustomerStatus.CUSTOMER, null,
                    unit, name, "Lanqiao Heavy Industry", null, null, null, null, null));
            contacts.register(customer, ContactDetails.named("周工"), List.of());
            contacts.register(customer, ContactDetails.named("许总"), List.of());
            joins(customer, csr, Role.CSR);
            joins(customer, ar, Role.AR);
            return new Players(customer, name, people.withPassword(csr), ar, people.withPassword(ar));
        });
    }

    private void joins(CustomerId customer, StaffId who, Role role) {
        accounts.assign(customer, new Assignment(who, role, false, today().minusDays(30), null), null);
    }

    LocalDate today() {
        return CompanyTime.today(clock);
    }

}
