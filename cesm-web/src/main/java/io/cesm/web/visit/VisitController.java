package io.cesm.web.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.TeamBook;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.time.CompanyTime;
import io.cesm.perception.visit.LogVisit;
import io.cesm.perception.visit.LoggingVisits;
import io.cesm.perception.visit.VisitBook;
import io.cesm.web.customer.Tries;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers due for a visit, and logging that one was made. */
@Controller
class VisitController {

    private final VisitBook book;

    private final LoggingVisits logging;

    private final CustomerFile file;

    private final ContactBook contacts;

    private final TeamBook teams;

    private final StaffBook staff;

    private final CurrentActor current;

    private final Clock clock;

    VisitController(VisitBook book, LoggingVisits logging, CustomerFile file, ContactBook contacts, TeamBook teams,
            StaffBook staff, CurrentActor current, Clock clock) {
        this.book = book;
        this.logging = logging;
        this.file = file;
        this.contacts = contacts;
        this.teams = teams;
        this.staff = staff;
        this.current = current;
        this.clock = clock;
    }

    /** A visit as it is typed. */
    record VisitForm(@NotNull @Nullable LocalDate on, @Nullable UUID staff, @Nullable UUID contact,
            @Size(max = 1000) @Nullable String words) {
    }

    @GetMapping("/visits")
    @PreAuthorize("hasAuthority('VIEW')")
    public String due(Model model) {
        model.addAttribute("due", book.due(VisitBook.SHOWN));
        return "visit/due";
    }

    @GetMapping("/customers/{id}/visits/new")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String ask(@PathVariable CustomerId id, Model model) {
        var me = current.actor().staff();
        model.addAttribute("form", new VisitForm(CompanyTime.today(clock), me == null ? null : me.id(), null, null));
        return page(id, model);
    }

    @PostMapping("/customers/{id}/visits/new")
    @PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
    public String log(@PathVariable CustomerId id, @Valid @ModelAttribute("form") VisitForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        if (!Tries.succeeds(errors,
                () -> logging.log(id, LogVisit.of(form.on(), form.staff(), form.contact(), form.words())))) {
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "visit.logged");
        return "redirect:/customers/{id}?tab=visits";
    }

    private String page(CustomerId id, Model model) {
        model.addAttribute("customer", file.head(id));
        model.addAttribute("today", CompanyTime.today(clock));
        model.addAttribute("visitors", visitors(id));
        Map<String, String> people = new LinkedHashMap<>();
        contacts.ofCustomer(id)
            .forEach(it -> people.put(it.id().toString(),
                    it.title() == null ? it.name() : it.name() + " · " + it.title()));
        model.addAttribute("people", people);
        return "visit/new";
    }

    /** Oneself first, then the account team. */
    private Map<String, String> visitors(CustomerId id) {
        Map<String, String> visitors = new LinkedHashMap<>();
        var me = current.actor().staff();
        if (me != null) {
            visitors.put(me.toString(), staff.require(me).name());
        }
        teams.on(id, CompanyTime.today(clock)).forEach(it -> visitors.putIfAbsent(it.staff().toString(), it.name()));
        return visitors;
    }

}
