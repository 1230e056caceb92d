package io.cesm.web.complaint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about complaints let a person choose from. */
@Component
class ComplaintChoices {

    private static final int MOST = 200;

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    ComplaintChoices(ContactBook contacts, DimensionBook dimensions, CurrentActor current, JdbcClient jdbc) {
        this.contacts = contacts;
        this.dimensions = dimensions;
        this.current = current;
        this.jdbc = jdbc;
    }

    void addVocabulary(Model model, Locale locale) {
        Map<String, String> places = new LinkedHashMap<>();
        dimensions.active().forEach(it -> places.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", places);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("channels", ComplaintChannel.values());
        model.addAttribute("states", ComplaintState.values());
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
    }

    /** The people at a customer, with their titles. */
    Map<String, String> contacts(CustomerId customer) {
        Map<String, String> choices = new LinkedHashMap<>();
        contacts.ofCustomer(customer)
            .forEach(it -> choices.put(it.id().toString(),
                    it.title() == null ? it.name() : it.name() + " · " + it.title()));
        return choices;
    }

    /** The language a person at a customer is written to in, null if nobody noted it. */
    @Nullable String language(ContactId contact) {
        return contacts.find(contact).map(ContactCard::language).orElse(null);
    }

    /** Who it came from, with a way to reach them; null if they are out of reach. */
    @Nullable ContactCard person(ContactId id) {
        return contacts.find(id).orElse(null);
    }

    /** Who of us may take care: the account team, oneself, the customer's unit. */
    Map<String, String> staff(CustomerId customer) {
        var me = current.actor().staff();
        return choices(
                """
                        select * from (select s.id, s.name,
                               (select string_agg(distinct t.role, '/') from account_team t
                                 where t.staff_id = s.id and t.customer_id = :customer and t.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                   and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date))) as role
                          from staff s
                         where s.status = 'ACTIVE'
                           and (s.id = :me
                                or s.id in (select t.staff_id from account_team t where t.customer_id = :customer
                                               and t.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                               and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date)))
                                or s.unit_id = (select c.unit_id from customer c where c.id = :customer))
                         ) choice order by role is null, id <> :me, name, id limit :most""",
                Map.of("customer", customer.id(), "me", me == null ? customer.id() : me.id(), "most", MOST));
    }

    /** Who of us looks after customers the reader sees. */
    Map<String, String> owners() {
        var scope = current.actor().scope();
        Map<String, Object> params = new LinkedHashMap<>(scope.params());
        params.put("most", MOST);
        return choices("select s.id, s.name, null as role from staff s where s.status = 'ACTIVE'"
                + " and (exists(select 1 from account_team a where a.staff_id = s.id and " + scope.sql("a.customer_id")
                + ")) order by s.name, s.id limit :most", params);
    }

    Map<String, String> units() {
        return choices("select u.id, " + UnitName.sql("u")
                + " as name, null as role from org_unit u where u.valid_to is null" + " order by u.path limit :most",
                Map.of("most", MOST));
    }

    private Map<String, String> choices(String sql, Map<String, Object> params) {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql(sql).params(params).query(rs -> {
            var role = rs.getString("role");
            choices.put(rs.getObject("id", UUID.class).toString(),
                    role == null ? rs.getString("name") : rs.getString("name") + " · " + role);
        });
        return choices;
    }

}
