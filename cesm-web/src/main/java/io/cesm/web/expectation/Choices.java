package io.cesm.web.expectation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitName;
import io.cesm.expectation.Channel;
import io.cesm.expectation.Classification;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.Kano;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about expectations let a person choose from. */
@Component
class Choices {

    private static final int MOST = 200;

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final MessageSource messages;

    Choices(ContactBook contacts, DimensionBook dimensions, CurrentActor current, JdbcClient jdbc,
            MessageSource messages) {
        this.contacts = contacts;
        this.dimensions = dimensions;
        this.current = current;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * What does not depend on the customer: dimensions, flows, Kano classes, states,
     * channels.
     */
    void addVocabulary(Model model, Locale locale) {
        model.addAttribute("dimensions", dimensions(locale));
        model.addAttribute("flows", Flow.values());
        model.addAttribute("kanos", Kano.values());
        model.addAttribute("states", ExpectationState.values());
        model.addAttribute("channels", Channel.SPOKEN);
    }

    /** The people at a customer, with their titles. */
    Map<String, String> contacts(CustomerId customer) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var each : contacts.ofCustomer(customer)) {
            choices.put(each.id().toString(), each.title() == null ? each.name() : each.name() + " · " + each.title());
        }
        return choices;
    }

    /**
     * Who of us may own it: the account team first, then oneself, then the colleagues of
     * the customer's unit.
     */
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

    /** Who of us owns something the reader sees. */
    Map<String, String> owners() {
        var scope = current.actor().scope();
        var params = new java.util.HashMap<String, Object>(scope.params());
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

    Map<String, String> dimensions(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var each : dimensions.active()) {
            choices.put(each.code(), each.name(locale));
        }
        return choices;
    }

    /**
     * Where an expectation may be placed: the dimensions in use, the one it has, or none.
     */
    Map<String, String> placings(Classification now, Locale locale) {
        var choices = dimensions(locale);
        var kept = now.dimension();
        if (kept != null && !choices.containsKey(kept)) {
            dimensions.find(kept).ifPresent(it -> choices.put(kept, it.name(locale)));
        }
        choices.put(Placing.NONE_FITS, messages.getMessage("expectation.dimension.none", null, locale));
        return choices;
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
