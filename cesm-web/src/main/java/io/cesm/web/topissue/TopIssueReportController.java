package io.cesm.web.topissue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.TellProgress;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Telling the customers how far it is: a draft from what changed, edited and sent. */
@Controller
@RequestMapping("/top-issues/{id}/report")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class TopIssueReportController {

    private final TellingCustomers telling;

    private final TopIssueBook book;

    private final TopIssueChoices choices;

    private final ReportDraft draft;

    TopIssueReportController(TellingCustomers telling, TopIssueBook book, TopIssueChoices choices, ReportDraft draft) {
        this.telling = telling;
        this.book = book;
        this.choices = choices;
        this.draft = draft;
    }

    /**
     * A report as it is typed.
     *
     * @param channel how they were told in person; empty sends a mail
     */
    record ReportForm(@Size(max = 200) @Nullable String subject, @Size(max = 6000) @Nullable String words,
            @Nullable List<String> contacts, @Nullable IssueChannel channel, @Nullable Long version) {

        TellProgress wish() {
            return new TellProgress(subject, words,
                    IssueIds.all(contacts)
                        .stream()
                        .map(ContactId::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                    channel);
        }

    }

    @GetMapping
    String ask(@PathVariable TopIssueId id, Model model, Locale locale) {
        var it = book.require(id);
        var reports = telling.of(id);
        var last = reports.isEmpty() ? null : reports.getFirst();
        var before = last == null ? whoConfirmed(it) : last.to().stream().map(to -> to.contact().toString()).toList();
        model.addAttribute("form",
                new ReportForm(draft.subject(it, locale), draft.words(it, last, locale), before, null, it.version()));
        return show(id, model, locale);
    }

    private static List<String> whoConfirmed(TopIssueDetails it) {
        var said = it.confirmation();
        return said == null || said.contact() == null ? List.of() : List.of(said.contact().toString());
    }

    @PostMapping
    String tell(@PathVariable TopIssueId id, @Valid @ModelAttribute("form") ReportForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> telling.tell(id, form.version(), form.wish()))) {
            response.setStatus(422);
            return show(id, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.report.told");
        return "redirect:/top-issues/{id}#reports";
    }

    private String show(TopIssueId id, Model model, Locale locale) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("people", choices.contacts(id));
        choices.addVocabulary(model, locale);
        return "topissue/report";
    }

}
