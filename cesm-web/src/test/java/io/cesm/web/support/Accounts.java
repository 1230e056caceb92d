package io.cesm.web.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;

import org.springframework.context.ApplicationContext;

/** Makes customers with a contact and a team of their own, through the public doors. */
public final class Accounts {

    private final ApplicationContext context;

    public Accounts(ApplicationContext context) {
        this.context = context;
    }

    /** A customer, one contact, and who looks after them. */
    public record Made(UnitId unit, UUID customer, UUID contact, StaffId csr, StaffId fr) {
    }

    public Made make() {
        var people = context.getBean(People.class);
        var unit = people.company();
        var csr = people.hire(unit, Role.CSR);
        var fr = people.hire(unit, Role.FR);
        return Acting.as(Actor.system("test"), () -> {
            var customer = context.getBean(RegisteringCustomers.class)
                .register(CustomerDetails.company("试验重工 " + UUID.randomUUID().toString().substring(0, 8), unit));
            var contact = context.getBean(RegisteringContacts.class)
                .register(customer, ContactDetails.named("周工"), List.of());
            var team = context.getBean(StaffingAccounts.class);
            team.assign(customer, new Assignment(csr, Role.CSR, false, today().minusDays(30), null), null);
            team.assign(customer, new Assignment(fr, Role.FR, false, today().minusDays(30), null), null);
            return new Made(unit, customer.id(), contact.id(), csr, fr);
        });
    }

    public LocalDate today() {
        return CompanyTime.today(context.getBean(Clock.class));
    }

}
