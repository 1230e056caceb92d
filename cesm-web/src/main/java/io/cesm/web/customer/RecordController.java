package io.cesm.web.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.customer.ContactFilter;
import io.cesm.domain.customer.ContactRegister;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.ServiceStandards;
import io.cesm.domain.customer.TeamBook;
import io.cesm.domain.kernel.Round;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.web.level.LevelPanels;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The customer page: who they are, where they stand, what is due, and everything else by
 * tab.
 */
@Controller("customerRecordController")
@PreAuthorize("hasAuthority('VIEW')")
class RecordController {

    private static final int HISTORY = 30;

    private static final List<Tab> OWN = List.of(new Tab("timeline", 10, "customer/tabs :: timeline"),
            new Tab("contacts", 50, "customer/tabs :: contacts"), new Tab("team", 60, "customer/tabs :: team"),
            new Tab("market", 70, "customer/tabs :: market"), new Tab("products", 80, "customer/tabs :: products"),
            new Tab("standard", 90, "customer/tabs :: standard"),
            new Tab("structure", 100, "customer/tabs :: structure"));

    private final CustomerFile file;

    private final CustomerBook book;

    private final TeamBook team;

    private final ContactRegister contacts;

    private final ServiceStandards standards;

    private final TimelineBook timeline;

    private final LevelPanels levels;

    private final List<CustomerPanel> panels;

    private final CurrentActor current;

    private final Clock clock;

    private final NamedParameterJdbcOperations jdbc;

    RecordController(CustomerFile file, CustomerBook book, TeamBook team, ContactRegister contacts,
            ServiceStandards standards, TimelineBook timeline, LevelPanels levels, List<CustomerPanel> panels,
            CurrentActor current, Clock clock, NamedParameterJdbcOperations jdbc) {
        this.file = file;
        this.book = book;
        this.team = team;
        this.contacts = contacts;
        this.standards = standards;
        this.timeline = timeline;
        this.levels = levels;
        this.panels = panels;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/customers/{id}")
    public String record(@PathVariable CustomerId id, @RequestParam(defaultValue = "timeline") String tab,
            @RequestParam @Nullable String cursor, Model model, Locale locale) {
        var today = CompanyTime.today(clock);
        var asked = panels.stream().flatMap(it -> it.waiting(id).stream()).toList();
        var round = new Round();
        var found = round.ask(file.find(id, new Tallies(asked.stream().map(CustomerPanel.Waiting::tally).toList())));
        var members = round.ask(team.asking(id, today));
        var readings = round.ask(levels.usual(id));
        var history = tab.equals("timeline") ? round.ask(timeline.askingOfCustomer(id.id(), HISTORY, cursor)) : null;
        round.go(jdbc);
        if (found.get().isEmpty()) {
            return "redirect:/customers/" + book.survivorOf(id).orElseThrow(UnknownThing::new);
        }
        var head = found.get().get().head();
        model.addAttribute("customer", head);
        model.addAttribute("today", today);
        model.addAttribute("team", members.get());
        model.addAttribute("levels", levels.usual(head.card(), readings.get(), locale));
        model.addAttribute("waiting", waiting(asked, found.get().get().counts()));
        if (history != null) {
            model.addAttribute("entries", history.get());
        }
        model.addAttribute("tabs", tabs());
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        model.addAttribute("mayMerge", current.actor().may(Right.MERGE));
        model.addAttribute("mayCapture", current.actor().may(Right.EXPECTATION_EDIT));
        open(tab, head, cursor, model);
        return "customer/record";
    }

    private static List<CustomerPanel.Now> waiting(List<CustomerPanel.Waiting> asked, List<Integer> counts) {
        var lines = new ArrayList<CustomerPanel.Now>();
        for (int i = 0; i < asked.size(); i++) {
            if (counts.get(i) > 0) {
                lines.add(asked.get(i).counted(counts.get(i)));
            }
        }
        return lines;
    }

    private List<Tab> tabs() {
        var tabs = new ArrayList<>(OWN);
        panels.forEach(it -> tabs.add(new Tab(it.key(), it.order(), it.fragment())));
        tabs.sort(Comparator.comparingInt(Tab::order));
        return tabs;
    }

    private void open(String key, CustomerFile.Head head, @Nullable String cursor, Model model) {
        var tab = tabs().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow(UnknownThing::new);
        model.addAttribute("tab", tab);
        var id = head.id();
        switch (key) {
            case "timeline" -> {
                // came along in the round
            }
            case "contacts" ->
                model.addAttribute("people", contacts.rows(new ContactFilter(null, id, null, null, null), 50, cursor));
            case "team" -> model.addAttribute("members", team.history(id));
            case "market" -> model.addAttribute("competitors", file.competitors(id));
            case "products" -> model.addAttribute("references", file.references(id));
            case "standard" -> {
                model.addAttribute("standard", standards.of(head.tier()));
                model.addAttribute("tiers", file.tiers(id));
            }
            case "structure" -> {
                model.addAttribute("above", file.above(id));
                model.addAttribute("children", file.children(id));
            }
            default -> panels.stream()
                .filter(it -> it.key().equals(key))
                .forEach(it -> model.addAllAttributes(it.content(head.card(), cursor)));
        }
    }

    /** A tab of the page. */
    public record Tab(String key, int order, String fragment) {
    }

}
