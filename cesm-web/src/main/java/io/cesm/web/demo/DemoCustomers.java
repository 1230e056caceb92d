package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.CompetitorFacts;
import io.cesm.domain.customer.ConsentGiven;
import io.cesm.domain.customer.ConsentPurpose;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.customer.NotingMarket;
import io.cesm.domain.customer.ReferenceFacts;
import io.cesm.domain.customer.ReferenceKind;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.customer.Tiering;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registers the customers of the demo company with their people, teams and markets. */
@Component
@Order(20)
class DemoCustomers implements DemoPart {

    private static final List<Role> PLACES = List.of(Role.CSR, Role.AR, Role.SR, Role.FR);

    private final RegisteringCustomers customers;

    private final RegisteringContacts contacts;

    private final StaffingAccounts accounts;

    private final NotingMarket market;

    private final Batch batch;

    private final JdbcClient jdbc;

    DemoCustomers(RegisteringCustomers customers, RegisteringContacts contacts, StaffingAccounts accounts,
            NotingMarket market, Batch batch, JdbcClient jdbc) {
        this.customers = customers;
        this.contacts = contacts;
        this.accounts = accounts;
        this.market = market;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    @Override
    public void tell(DemoWorld world) {
        walk(world, false);
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("customer", "demo"));
    }

    /** Goes the same way again, with the same chance, and finds whom it registered. */
    @Override
    public void recall(DemoWorld world) {
        walk(world, true);
    }

    private void walk(DemoWorld world, boolean again) {
        var company = world.texts().company();
        var dice = world.dice(0);
        var office = new Office(company, world.cast(), dice, new Roll(company, dice), new HashMap<>(), world.start(),
                world.today(), again);
        List<Client> clients = new ArrayList<>();
        for (var row : company.at("customers").items()) {
            clients.add(batch.at(world.start().plusDays(1), () -> register(row, office)));
        }
        world.registered(clients);
    }

    /**
     * What is needed to register one customer after another.
     *
     * @param again whether they are registered already and only looked up
     */
    private record Office(Words company, Cast cast, Dice dice, Roll roll, Map<String, CustomerId> known, LocalDate from,
            LocalDate today, boolean again) {
    }

    private Client register(Words row, Office office) {
        var key = row.at(0).text();
        var trade = row.at(6).text();
        var triangle = office.company.at("triangles").at(row.at(5).text()).texts();
        var status = CustomerStatus.valueOf(row.at(3).text());
        var details = details(row, office, status);
        var id = office.again ? registered(row) : customers.register(details, tiering(row, office), true);
        office.known.put(key, id);
        if (!office.again) {
            staff(id, triangle, office, status == CustomerStatus.CUSTOMER);
        }
        var products = office.company.at("uses").at(trade).texts();
        equip(id, products, office, status);
        var mood = new Client.Mood(office.dice.between(2, 8), office.dice.between(0, 9), office.dice.between(-2, 9));
        var people = people(row, id, trade, status, office);
        return new Client(key, id, row.at(4).number(), trade, status == CustomerStatus.CUSTOMER, triangle.subList(0, 4),
                products, mood, people);
    }

    private CustomerDetails details(Words row, Office office, CustomerStatus status) {
        var street = office.company.at("addresses").at(row.at(5).text()).text();
        var parent = row.at(1).isGiven() ? office.known.get(row.at(1).text()) : null;
        var address = street + (street.endsWith("Singapore") ? "" : office.dice.between(6, 288) + "号");
        return new CustomerDetails(CustomerKind.valueOf(row.at(2).text()), status, parent,
                office.cast.unit(row.at(5).text()), row.at(7).text(), row.at(8).text(), row.at(6).text(), address,
                "https://www." + row.at(9).text() + ".example", null, "HL-" + row.at(0).text());
    }

    private static Tiering tiering(Words row, Office office) {
        var value = BigDecimal.valueOf(Math.round(row.at(10).decimal() * 1_000_000));
        return new Tiering(row.at(4).number(), "近三年合同额与战略意义", value, "CNY", office.from);
    }

    private void staff(CustomerId id, List<String> triangle, Office office, boolean whole) {
        for (int i = 0; i < triangle.size(); i++) {
            boolean backup = i >= PLACES.size();
            if (backup && !whole) {
                return;
            }
            var place = backup ? (i == PLACES.size() ? Role.CSR : Role.FR) : PLACES.get(i);
            StaffId member = office.cast.member(triangle.get(i)).id();
            accounts.assign(id, new Assignment(member, place, backup, office.from, null), null);
        }
    }

    private void equip(CustomerId id, List<String> products, Office office, CustomerStatus status) {
        if (status == CustomerStatus.CUSTOMER) {
            var year = office.today.getYear();
            note(office, id,
                    new ReferenceFacts(ReferenceKind.CONTRACT,
                            "HT-" + (year - 1) + "-" + office.dice.between(1000, 9999), "年度框架与服务协议", null,
                            LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 12, 31), null));
        }
        for (var product : products) {
            var names = office.company.at("products").at(product);
            var installed = new ReferenceFacts(ReferenceKind.INSTALLED,
                    names.at(0).text() + "-" + office.dice.between(20_000, 99_999), names.at(1).text(),
                    BigDecimal.valueOf(office.dice.between(1, 12)), office.from.minusDays(office.dice.between(0, 900)),
                    null, null);
            if (status != CustomerStatus.PROSPECT) {
                note(office, id, installed);
            }
        }
        if (office.dice.chance(60)) {
            var rival = office.dice.pick(office.company.at("competitors").items());
            var facts = new CompetitorFacts(rival.at(0).text(), rival.at(2).text(),
                    BigDecimal.valueOf(office.dice.between(10, 45)),
                    office.today.minusDays(office.dice.between(10, 200)), null);
            if (!office.again) {
                market.add(id, facts, null);
            }
        }
    }

    private void note(Office office, CustomerId id, ReferenceFacts facts) {
        if (!office.again) {
            market.add(id, facts, null);
        }
    }

    private CustomerId registered(Words row) {
        return jdbc.sql("select id from customer where demo and external_key = ?")
            .param("HL-" + row.at(0).text())
            .query((rs, i) -> new CustomerId(rs.getObject(1, UUID.class)))
            .single();
    }

    private ContactId contact(CustomerId customer, ContactDetails details) {
        return jdbc.sql("select id from contact where customer_id = ? and name = ? order by id limit 1")
            .params(customer.id(), details.name())
            .query((rs, i) -> new ContactId(rs.getObject(1, UUID.class)))
            .single();
    }

    private List<Client.Speaker> people(Words row, CustomerId id, String trade, CustomerStatus status, Office office) {
        var kind = switch (status) {
            case PROSPECT -> ContactKind.PROSPECT;
            case LOST -> ContactKind.LOST;
            default -> ContactKind.CUSTOMER;
        };
        List<Client.Speaker> people = new ArrayList<>();
        for (var entry : office.roll.of(row.at(0).text(), trade, row.at(9).text(), kind, row.at(11).number())) {
            var contact = office.again ? contact(id, entry.details())
                    : contacts.register(id, entry.details(), entry.points(), true);
            people.add(new Client.Speaker(contact, entry.part(), entry.isEnglish()));
            if (people.size() == 1 && !office.again) {
                contacts.consent(contact, new ConsentGiven(ConsentPurpose.SURVEY, true, "2026-01", "当面",
                        Instant.from(office.from.atStartOfDay(java.time.ZoneOffset.UTC))), null);
            }
        }
        return people;
    }

}
