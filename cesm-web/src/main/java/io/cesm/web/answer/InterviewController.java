package io.cesm.web.answer;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.FaultyAnswers;
import io.cesm.satisfaction.answer.Given;
import io.cesm.satisfaction.answer.Interviewing;
import io.cesm.satisfaction.answer.LinkClosed;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.answer.SinceLastTime;
import io.cesm.satisfaction.questionnaire.AnswerFault;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.AskedPage;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Sheets;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asking by phone: one of the staff reads out what the person would have read, and notes
 * what they say. What was noted travels in the form until the conversation is over.
 */
@Controller
@RequestMapping("/surveys/{id}/interview/{invitation}")
class InterviewController {

    private final Interviewing interviewing;

    private final SinceLastTime since;

    private final CustomerBook customers;

    private final CurrentActor current;

    private final MessageSource messages;

    InterviewController(Interviewing interviewing, SinceLastTime since, CustomerBook customers, CurrentActor current,
            MessageSource messages) {
        this.interviewing = interviewing;
        this.since = since;
        this.customers = customers;
        this.current = current;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String begin(@PathVariable UUID id, @PathVariable UUID invitation,
            @RequestParam(required = false) @Nullable String speak, Model model, Locale locale) {
        var link = open(id, invitation, model);
        var sheets = speak(link, speak, locale);
        var pages = sheets.asking().pages(Answers.none());
        return link.state() == LinkState.OPEN && !pages.isEmpty()
                ? show(link, sheets, pages, 0, Answers.none(), List.of(), model) : "answer/interview";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String go(@PathVariable UUID id, @PathVariable UUID invitation, @RequestParam MultiValueMap<String, String> form,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var link = open(id, invitation, model);
        if (link.state() != LinkState.OPEN) {
            return "answer/interview";
        }
        var sent = SentAnswers.of(form);
        AnswerSheet.requireKnown(link.definition(), sent);
        var sheets = speak(link, sent.textOrNull("p_speak"), locale);
        var step = AnswerStep.of(sheets.asking(), sent);
        if (step.done()) {
            try {
                interviewing.take(id, invitation, Given.now(step.answers(), sheets.language()));
                flash.addFlashAttribute("notice", "interview.taken");
                return "redirect:/surveys/{id}/interview/{invitation}";
            }
            catch (FaultyAnswers faulty) {
                step = step.firstOf(faulty.faults());
            }
            catch (LinkClosed meanwhile) {
                return "redirect:/surveys/{id}/interview/{invitation}";
            }
        }
        response.setStatus(step.stays() ? 422 : 200);
        return show(link, sheets, step.pages(), step.at(), step.answers(), step.faults(), model);
    }

    /** The person does not want to answer; nobody asks again. */
    @PostMapping("/decline")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String decline(@PathVariable UUID id, @PathVariable UUID invitation, RedirectAttributes flash) {
        interviewing.decline(id, invitation);
        flash.addFlashAttribute("notice", "interview.declined");
        return "redirect:/surveys/{id}/interview/{invitation}";
    }

    private AnswerLink open(UUID id, UUID invitation, Model model) {
        var link = interviewing.open(id, invitation);
        model.addAttribute("link", link);
        model.addAttribute("invitation", invitation);
        model.addAttribute("since", since.of(link));
        // who asks reads the page in their own language, whatever the conversation is
        // held in
        var customer = link.who().customer();
        model.addAttribute("customer",
                (customer != null) ? customers.find(new CustomerId(customer)).orElse(null) : null);
        return link;
    }

    private static Sheets speak(AnswerLink link, @Nullable String wish, Locale locale) {
        var theirs = link.who().language();
        return new Sheets(link.definition(), link.circumstances(),
                wish != null ? wish : theirs != null ? theirs : locale.getLanguage());
    }

    private String show(AnswerLink link, Sheets sheets, List<AskedPage> pages, int at, Answers answers,
            List<AnswerFault> faults, Model model) {
        model.addAttribute("speak", sheets.language());
        model.addAttribute("languages", link.definition().languages());
        model.addAttribute("answering", new Answering(sheets.title(), sheets.intro(), link.survey().anonymity(),
                MethodChecker.minutes(link.definition())));
        var spoken = sheets.language().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        model.addAttribute("hello", hello(link, spoken));
        model.addAttribute("promise",
                messages.getMessage("answer.mode." + link.survey().anonymity(), new Object[0], spoken));
        model.addAttribute("sheet", sheets.sheet(pages, at, answers, faults));
        model.addAttribute("first", at == 0);
        model.addAttribute("carried", AnswerStep.carried(pages, at, answers));
        return "answer/interview";
    }

    /** What to say first, in the language of whoever is asked. */
    private String hello(AnswerLink link, Locale spoken) {
        var name = link.who().contactName();
        return messages.getMessage("interview.hello", new Object[] { name == null ? "" : name, current.actor().name(),
                MethodChecker.minutes(link.definition()) }, spoken);
    }

}
