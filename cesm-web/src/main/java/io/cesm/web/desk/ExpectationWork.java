package io.cesm.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationRegister.Wanted;
import io.cesm.expectation.ExpectationRow;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What expectations ask of a person: two statements, however many there are.
 */
@Component
@Order(10)
class ExpectationWork implements WorkSource {

    private static final int SHOWN = 6;

    private static final int COUNTED = 100;

    /** Those who answer for what others do. */
    private static final Set<Role> LEADING = EnumSet.of(Role.MANAGER, Role.OFFICE);

    private final ExpectationRegister register;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    ExpectationWork(ExpectationRegister register, CurrentActor current, JdbcClient jdbc) {
        this.register = register;
        this.current = current;
        this.jdbc = jdbc;
    }

    @Override
    public List<Pile> piles(LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List.of();
        }
        var mine = RegisterFilter.ALL.open().ownedBy(me);
        var yesterday = today.minusDays(1);
        var tomorrow = today.plusDays(1);
        var soon = today.plusDays(7);
        var heaps = new ArrayList<Heap>();
        heaps.add(new Heap("overdue", mine.dueBetween(LocalDate.EPOCH, yesterday), RegisterOrder.DUE,
                "/expectations?owner=me&overdue=true&sort=DUE", true));
        heaps.add(new Heap("today", mine.dueBetween(today, today), RegisterOrder.DUE,
                "/expectations?owner=me&dueFrom=" + today + "&dueTo=" + today + "&sort=DUE", false));
        heaps.add(new Heap("waiting", mine.in(Set.of(ExpectationState.DELIVERED)), RegisterOrder.NEWEST,
                "/expectations?owner=me&state=DELIVERED", false));
        heaps.add(new Heap("soon", mine.dueBetween(tomorrow, soon), RegisterOrder.DUE,
                "/expectations?owner=me&dueFrom=" + tomorrow + "&dueTo=" + soon + "&sort=DUE", false));
        heaps.add(new Heap("drafts", mine.in(EnumSet.of(ExpectationState.CAPTURED)), RegisterOrder.NEWEST,
                "/expectations?owner=me&state=CAPTURED", false));
        if (current.actor().roles().stream().anyMatch(LEADING::contains)) {
            heaps.add(new Heap("team_overdue", RegisterFilter.ALL.late(), RegisterOrder.DUE,
                    "/expectations?overdue=true&sort=DUE", true));
            heaps.add(new Heap("team_not_met", RegisterFilter.ALL.in(Set.of(ExpectationState.NOT_MET)),
                    RegisterOrder.DUE, "/expectations?state=NOT_MET&sort=DUE", false));
        }
        var found = register.piles(heaps.stream().map(it -> new Wanted(it.filter, it.order)).toList(), SHOWN, COUNTED);
        List<Pile> piles = new ArrayList<>();
        for (int i = 0; i < heaps.size(); i++) {
            piles.add(heaps.get(i).pile(found.get(i)));
        }
        piles.add(2, handedToMe(me));
        return piles;
    }

    /** Work of one kind that the register knows. */
    private record Heap(String key, RegisterFilter filter, RegisterOrder order, String all, boolean urgent) {

        Pile pile(ExpectationRegister.Pile found) {
            return new Pile(key, found.count(), all, urgent && found.count() > 0,
                    found.rows().stream().map(it -> item(it, key.startsWith("team"))).toList());
        }

    }

    private static Item item(ExpectationRow row, boolean ofOthers) {
        return new Item(row.number(), row.verbatim(), "/expectations/" + row.id(),
                name(row.customerName(), row.customerNameEn()), "/customers/" + row.customer(), "State." + row.state(),
                "state-" + row.state(), row.dueOn(), ofOthers ? row.ownerName() : row.contactName());
    }

    private static String name(String name, @Nullable String english) {
        return english == null || LocaleContextHolder.getLocale().getLanguage().equals("zh") ? name : english;
    }

    /** Offers that wait for an answer; only the one they were made to sees them. */
    private Pile handedToMe(StaffId me) {
        var items = jdbc
            .sql("""
                    select e.id, e.number, e.verbatim, e.customer_id, c.name as customer, c.name_en, e.state, e.due_on, f.name as giver
                      from expectation_handover h
                      join expectation e on e.id = h.expectation_id
                      join customer c on c.id = e.customer_id
                      left join staff f on f.id = h.from_staff
                     where h.to_staff = :me and h.state = 'OFFERED'
                     order by h.offered_at desc
                     limit 100""")
            .param("me", me.id())
            .query((rs, i) -> {
                var state = rs.getString("state");
                @Nullable LocalDate due = rs.getObject("due_on", LocalDate.class);
                return new Item(rs.getString("number"), rs.getString("verbatim"), "/expectations/" + rs.getString("id"),
                        name(rs.getString("customer"), rs.getString("name_en")),
                        "/customers/" + rs.getString("customer_id"), "State." + state, "state-" + state, due,
                        rs.getString("giver"));
            })
            .list();
        return new Pile("handed", items.size(), null, false, items.stream().limit(SHOWN).toList());
    }

}
