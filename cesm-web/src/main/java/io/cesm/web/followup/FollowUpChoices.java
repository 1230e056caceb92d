package io.cesm.web.followup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitName;
import io.cesm.satisfaction.followup.CauseClass;
import io.cesm.satisfaction.followup.ContactChannel;
import io.cesm.satisfaction.followup.FollowUpState;
import io.cesm.satisfaction.followup.TendingCauses;
import io.cesm.satisfaction.followup.TendingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What forms and filters about follow-ups let a person choose from. */
@Component
class FollowUpChoices {

    private static final int MOST = 200;

    private final TendingCauses causes;

    private final TendingRules rules;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    FollowUpChoices(TendingCauses causes, TendingRules rules, CurrentActor current, JdbcClient jdbc) {
        this.causes = causes;
        this.rules = rules;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** What the filters choose from. */
    void addFilters(Model model, Locale locale) {
        model.addAttribute("states", FollowUpState.values());
        model.addAttribute("flows", Flow.values());
        model.addAttribute("causes", causes(causes.all(), locale));
        var names = new LinkedHashMap<String, String>();
        rules.all().forEach(it -> names.put(it.id().toString(), it.name(locale)));
        model.addAttribute("rules", names);
        model.addAttribute("owners", owners());
        model.addAttribute("units",
                map("select u.id, " + UnitName.sql("u")
                        + " as name from org_unit u where u.valid_to is null order by u.path limit :most",
                        Map.of("most", MOST)));
    }

    /** What the forms of a record choose from. */
    void addForms(Model model, CustomerId customer, Locale locale) {
        model.addAttribute("channels", ContactChannel.values());
        model.addAttribute("flows", Flow.values());
        model.addAttribute("causes", causes(causes.active(), locale));
        model.addAttribute("staff", staff(customer));
    }

    Map<String, String> causes(Iterable<CauseClass> all, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var each : all) {
            var hint = each.hint(locale);
            choices.put(each.code(), hint.isEmpty() ? each.name(locale) : each.name(locale) + " – " + hint);
        }
        return choices;
    }

    /** Names of the causes by their codes. */
    Map<String, String> causeNames(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        causes.all().forEach(it -> names.put(it.code(), it.name(locale)));
        return names;
    }

    /** Who of us looks after customers the reader sees. */
    Map<String, String> owners() {
        var scope = current.actor().scope();
        var params = new LinkedHashMap<String, Object>(scope.params());
        params.put("most", MOST);
        return map("select s.id, s.name from staff s where s.status = 'ACTIVE' and (exists(select 1 from account_team a"
                + " where a.staff_id = s.id and " + scope.sql("a.customer_id") + ")) order by s.name, s.id limit :most",
                params);
    }

    /** The account team, and oneself. */
    private Map<String, String> staff(CustomerId customer) {
        var me = current.actor().staff();
        return map(
                """
                        select s.id, s.name from staff s
                         where s.status = 'ACTIVE'
                           and (s.id = :me or s.id in (select t.staff_id from account_team t where t.customer_id = :customer
                                               and t.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date)
                                               and (t.valid_to is null or t.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date)))
                                or s.unit_id = (select c.unit_id from customer c where c.id = :customer))
                         order by s.name, s.id limit :most""",
                Map.of("customer", customer.id(), "me", me == null ? customer.id() : me.id(), "most", MOST));
    }

    @Nullable String staffName(String id) {
        return map("select s.id, s.name from staff s where s.id = cast(:id as uuid)", Map.of("id", id)).get(id);
    }

    private Map<String, String> map(String sql, Map<String, Object> params) {
        Map<String, String> choices = new LinkedHashMap<>();
        jdbc.sql(sql).params(params).query(rs -> {
            choices.put(rs.getString(1), rs.getString(2));
        });
        return choices;
    }

}
