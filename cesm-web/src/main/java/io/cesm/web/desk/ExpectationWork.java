package io.cesm.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Round;
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
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * What expectations ask of a person: two questions, however many there are.
 */
@Component
@Order(10)
class ExpectationWork implements WorkSource {

    /** Those who answer for what others do. */
    private static final Set<Role> LEADING = EnumSet.of(Role.MANAGER, Role.OFFICE);

    private final ExpectationRegister register;

    private final CurrentActor current;

    ExpectationWork(ExpectationRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    @Override
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List::of;
        }
        var heaps = heaps(me, today);
        var found = round.ask(register.asking(Heap.wanted(heaps), SHOWN, COUNTED));
        var handed = round.ask(handedTo(me));
        return () -> {
            List<Pile> piles = new ArrayList<>(Heap.piles(heaps, found.get()));
            piles.add(2, Pile.of("handed", handed.get(), null, false, it -> it));
            return piles;
        };
    }

    private List<Heap<Wanted, ExpectationRow>> heaps(StaffId me, LocalDate today) {
        var mine = RegisterFilter.ALL.open().ownedBy(me);
        var yesterday = today.minusDays(1);
        var tomorrow = today.plusDays(1);
        var soon = today.plusDays(7);
        var heaps = new ArrayList<Heap<Wanted, ExpectationRow>>();
        heaps.add(mine("overdue", mine.dueBetween(LocalDate.EPOCH, yesterday), RegisterOrder.DUE,
                "/expectations?owner=me&overdue=true&sort=DUE", true));
        heaps.add(mine("today", mine.dueBetween(today, today), RegisterOrder.DUE,
                "/expectations?owner=me&dueFrom=" + today + "&dueTo=" + today + "&sort=DUE", false));
        heaps.add(mine("waiting", mine.in(Set.of(ExpectationState.DELIVERED)), RegisterOrder.NEWEST,
                "/expectations?owner=me&state=DELIVERED", false));
        heaps.add(mine("soon", mine.dueBetween(tomorrow, soon), RegisterOrder.DUE,
                "/expectations?owner=me&dueFrom=" + tomorrow + "&dueTo=" + soon + "&sort=DUE", false));
        heaps.add(mine("drafts", mine.in(EnumSet.of(ExpectationState.CAPTURED)), RegisterOrder.NEWEST,
                "/expectations?owner=me&state=CAPTURED", false));
        if (current.actor().roles().stream().anyMatch(LEADING::contains)) {
            heaps.add(ofOthers("team_overdue", RegisterFilter.ALL.late(), "/expectations?overdue=true&sort=DUE", true));
            heaps.add(ofOthers("team_not_met", RegisterFilter.ALL.in(Set.of(ExpectationState.NOT_MET)),
                    "/expectations?state=NOT_MET&sort=DUE", false));
        }
        return heaps;
    }

    private static Heap<Wanted, ExpectationRow> mine(String key, RegisterFilter filter, RegisterOrder order, String all,
            boolean urgent) {
        return new Heap<>(key, new Wanted(filter, order), all, urgent, it -> item(it, false));
    }

    private static Heap<Wanted, ExpectationRow> ofOthers(String key, RegisterFilter filter, String all,
            boolean urgent) {
        return new Heap<>(key, new Wanted(filter, RegisterOrder.DUE), all, urgent, it -> item(it, true));
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
    private static Question<List<Item>> handedTo(StaffId me) {
        return new Question<>(
                """
                        select e.id, e.number, e.verbatim, e.customer_id, c.name as customer, c.name_en, e.state, e.due_on, f.name as giver
                          from expectation_handover h
                          join expectation e on e.id = h.expectation_id
                          join customer c on c.id = e.customer_id
                          left join staff f on f.id = h.from_staff
                         where h.to_staff = :me and h.state = 'OFFERED'
                         order by h.offered_at desc
                         limit 100""",
                Map.of("me", me.id()), new RowMapperResultSetExtractor<>((rs, i) -> {
                    var state = rs.getString("state");
                    @Nullable LocalDate due = rs.getObject("due_on", LocalDate.class);
                    return new Item(rs.getString("number"), rs.getString("verbatim"),
                            "/expectations/" + rs.getString("id"),
                            name(rs.getString("customer"), rs.getString("name_en")),
                            "/customers/" + rs.getString("customer_id"), "State." + state, "state-" + state, due,
                            rs.getString("giver"));
                }));
    }

}
