package io.cesm.web.topissue;

import java.time.Clock;
import java.util.Locale;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.governance.topissue.MeasuringTopIssues;
import io.cesm.web.people.FormTry;
import io.cesm.web.topissue.TopIssueForms.IssueStepForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** One step in the life of a TOP issue: what it needs is asked, then it is taken. */
@Controller
@RequestMapping("/top-issues/{id}/steps/{step}")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class TopIssueStepController {

    private final LeadingTopIssues leading;

    private final TopIssueBook book;

    private final TopIssueChoices choices;

    private final CurrentActor current;

    private final MeasuringTopIssues measuring;

    private final Clock clock;

    TopIssueStepController(LeadingTopIssues leading, TopIssueBook book, TopIssueChoices choices, CurrentActor current,
            MeasuringTopIssues measuring, Clock clock) {
        this.leading = leading;
        this.book = book;
        this.choices = choices;
        this.current = current;
        this.measuring = measuring;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable TopIssueId id, @PathVariable String step, Model model, Locale locale) {
        var which = IssueStep.ofPath(step).orElseThrow(UnknownThing::new);
        var it = book.require(id);
        var dated = which.isAnswer() || which == IssueStep.VERIFY || which == IssueStep.CHECK;
        model.addAttribute("form",
                new IssueStepForm(null, which == IssueStep.UNDERSTAND ? said(it) : null, null, null, null,
                        dated ? CompanyTime.today(clock) : null,
                        which == IssueStep.VERIFY || which == IssueStep.CHECK ? measuring.latest(it) : null,
                        it.lesson(), it.version()));
        return show(which, it, model, locale);
    }

    private static String said(TopIssueDetails it) {
        return it.statement() == null ? it.problem() : it.statement();
    }

    @PostMapping
    String take(@PathVariable TopIssueId id, @PathVariable String step,
            @Valid @ModelAttribute("form") IssueStepForm form, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        var which = IssueStep.ofPath(step).orElseThrow(UnknownThing::new);
        var it = book.require(id);
        if (!FormTry.succeeds(errors, () -> leading.take(id, form.version(), which, form.wish()))) {
            response.setStatus(422);
            return show(which, it, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.done." + which);
        return "redirect:/top-issues/{id}";
    }

    private String show(IssueStep step, TopIssueDetails it, Model model, Locale locale) {
        model.addAttribute("it", it);
        model.addAttribute("step", step);
        model.addAttribute("allowed", step.isAllowed(it.state())
                && (step != IssueStep.LEAVE || current.actor().roles().contains(Role.OFFICE)));
        model.addAttribute("contacts", step.isAnswer() ? choices.contacts(it.id()) : java.util.Map.of());
        model.addAttribute("customers", TopIssueChoices.customers(book.affected(it.id()), locale));
        choices.addVocabulary(model, locale);
        return "topissue/step";
    }

}
