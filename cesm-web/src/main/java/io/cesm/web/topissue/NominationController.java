package io.cesm.web.topissue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.topissue.Evidence;
import io.cesm.governance.topissue.FindingEvidence;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.web.people.FormTry;
import io.cesm.web.topissue.TopIssueForms.IssueForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Nominating a TOP issue by hand or from records, which are attached in the same step.
 */
@Controller
@RequestMapping("/top-issues/new")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class NominationController {

    private final RaisingTopIssues raising;

    private final FindingEvidence evidence;

    private final CustomerBook customers;

    private final TopIssueChoices choices;

    private final CurrentActor current;

    NominationController(RaisingTopIssues raising, FindingEvidence evidence, CustomerBook customers,
            TopIssueChoices choices, CurrentActor current) {
        this.raising = raising;
        this.evidence = evidence;
        this.customers = customers;
        this.choices = choices;
        this.current = current;
    }

    /** The form, filled with what the records say. */
    @GetMapping
    String ask(@RequestParam @Nullable List<String> record, @RequestParam @Nullable String customer,
            @RequestParam @Nullable String dimension, Model model, Locale locale) {
        var found = evidence.of(IssueIds.all(record));
        var who = IssueIds.customer(customer);
        var me = current.actor().staff();
        model.addAttribute("form",
                new IssueForm(title(found), problem(found), null, customer,
                        who == null ? null : customers.require(who).name(), dimension, null,
                        me == null ? null : me.toString(), record, null));
        return show(found, model, locale);
    }

    @PostMapping
    String nominate(@Valid @ModelAttribute("form") IssueForm form, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        var found = evidence.of(IssueIds.all(form.record()));
        if (!FormTry.succeeds(errors,
                () -> model.addAttribute("made", raising.raise(form.by(customers(form, found), found))))) {
            response.setStatus(422);
            return show(found, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.nominated");
        return "redirect:/top-issues/" + model.getAttribute("made");
    }

    private static List<CustomerId> customers(IssueForm form, List<Evidence> found) {
        var all = new LinkedHashSet<CustomerId>();
        var chosen = IssueIds.customer(form.customer());
        if (chosen != null) {
            all.add(chosen);
        }
        found.forEach(it -> all.add(it.customer()));
        return List.copyOf(all);
    }

    private static @Nullable String title(List<Evidence> found) {
        return found.isEmpty() ? null : cut(found.getFirst().words(), 60);
    }

    private static @Nullable String problem(List<Evidence> found) {
        var lines = new ArrayList<String>();
        found.stream()
            .filter(it -> it.words() != null)
            .limit(12)
            .forEach(it -> lines.add(it.number() + "  " + cut(it.words(), 160)));
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static @Nullable String cut(@Nullable String words, int most) {
        var line = words == null ? null : words.replaceAll("\\s+", " ").strip();
        return line == null || line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    private String show(List<Evidence> found, Model model, Locale locale) {
        choices.addVocabulary(model, locale);
        model.addAttribute("staff", choices.staff(null));
        model.addAttribute("found", found);
        model.addAttribute("names", customers.names(found.stream().map(Evidence::customer).distinct().toList()));
        return "topissue/new";
    }

}
