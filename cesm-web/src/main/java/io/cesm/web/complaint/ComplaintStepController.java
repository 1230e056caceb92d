package io.cesm.web.complaint;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.HearingAgain;
import io.cesm.domain.complaint.LookingAgain;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.StepCondition;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.layout.Overtaken;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
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

/** One step in the life of a complaint: what it needs is asked, then it is taken. */
@Controller
@RequestMapping("/complaints/{id}/steps/{step}")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class ComplaintStepController {

    private final HandlingComplaints handling;

    private final ComplaintBook book;

    private final ComplaintChoices choices;

    private final Overtaken overtaken;

    private final CurrentActor current;

    private final HearingAgain hearing;

    private final LookingAgain looking;

    private final MessageSource messages;

    private final ObjectProvider<StepCondition> conditions;

    private final Clock clock;

    ComplaintStepController(HandlingComplaints handling, ComplaintBook book, ComplaintChoices choices,
            Overtaken overtaken, CurrentActor current, HearingAgain hearing, LookingAgain looking,
            MessageSource messages, ObjectProvider<StepCondition> conditions, Clock clock) {
        this.handling = handling;
        this.book = book;
        this.choices = choices;
        this.overtaken = overtaken;
        this.current = current;
        this.hearing = hearing;
        this.looking = looking;
        this.messages = messages;
        this.conditions = conditions;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable ComplaintId id, @PathVariable String step, Model model, Locale locale) {
        var which = Step.ofPath(step).orElseThrow(UnknownThing::new);
        var it = book.require(id);
        model.addAttribute("form", begun(which, it));
        return show(which, it, model, locale);
    }

    @PostMapping
    String take(@PathVariable ComplaintId id, @PathVariable String step, @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors, Model model, Locale locale, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes flash) {
        var which = Step.ofPath(step).orElseThrow(UnknownThing::new);
        book.require(id);
        if (!FormTry.succeedsUnlessOvertaken(errors,
                () -> handling.take(id, form.version(), which, form.wish(other(form))))) {
            var late = FormTry.isOvertaken(errors);
            response.setStatus(late ? 409 : 422);
            var now = book.require(id);
            if (late) {
                model.addAllAttributes(overtaken.by(request, stored(now), choices.contacts(now.heading().customer())));
            }
            return show(which, now, model, locale);
        }
        flash.addFlashAttribute("notice", "complaint.done." + which);
        return "redirect:/complaints/{id}";
    }

    private @Nullable ComplaintId other(StepForm form) {
        if (form.into() == null || form.into().isBlank()) {
            return null;
        }
        return book.byNumber(form.into()).orElseThrow(() -> new FieldRefusal("into", "complaint.merge.unknown"));
    }

    /** What is likely, so that little has to be typed. */
    private StepForm begun(Step step, ComplaintDetails it) {
        var me = current.actor().staff();
        var owner = it.owner() != null ? it.owner().id().toString() : me == null ? null : me.toString();
        var told = step == Step.ACKNOWLEDGE ? acknowledgement(it) : null;
        var asks = step == Step.CONFIRM || step == Step.DECLINE;
        return new StepForm(told, asks ? it.heading().contact().toString() : null,
                asks ? it.channel() : step == Step.ACKNOWLEDGE || step == Step.RESOLVE ? back(it) : null,
                asks ? CompanyTime.today(clock) : null, owner, it.cause(), it.rootCause(), it.remedy(), it.cost(),
                it.externalRoute(), null, it.version());
    }

    /** What of a step the record has already, as a request would send it. */
    private static Map<String, @Nullable String> stored(ComplaintDetails it) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("rootCause", it.rootCause());
        fields.put("remedy", it.remedy());
        return fields;
    }

    /** The way back to who came by a form or a survey, where nobody can be answered. */
    private ComplaintChannel back(ComplaintDetails it) {
        if (it.channel() != ComplaintChannel.PORTAL && it.channel() != ComplaintChannel.SURVEY) {
            return it.channel();
        }
        var them = choices.person(it.heading().contact());
        return them == null || them.email() == null ? ComplaintChannel.PHONE : ComplaintChannel.EMAIL;
    }

    /** The customer reads it, so it speaks their language and not that of who writes. */
    private String acknowledgement(ComplaintDetails it) {
        var locale = "en".equals(choices.language(it.heading().contact())) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        var owner = it.owner() == null ? current.actor().name() : it.owner().name();
        var again = hearing.ifToldNow(it);
        var due = again == null ? "–"
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CompanyTime.ZONE).format(again);
        return Objects.requireNonNull(messages.getMessage("complaint.acknowledgement",
                new Object[] { it.number(), owner, due }, null, locale));
    }

    private List<String> missing(Step step, ComplaintDetails it) {
        return conditions.stream().flatMap(each -> each.missing(it.id(), it.grade().grade(), step).stream()).toList();
    }

    private String show(Step step, ComplaintDetails it, Model model, Locale locale) {
        model.addAttribute("it", it);
        model.addAttribute("step", step);
        model.addAttribute("allowed", step.isAllowed(it.kind(), it.state()));
        var anew = step.decides() ? looking.of(it.id()) : null;
        model.addAttribute("barred", anew != null && anew.bars(current.actor().staff()) ? anew.other() : null);
        model.addAttribute("missing", missing(step, it));
        model.addAttribute("contacts", choices.contacts(it.heading().customer()));
        model.addAttribute("staff", choices.staff(it.heading().customer()));
        model.addAttribute("told", step == Step.ACKNOWLEDGE || step == Step.RESOLVE);
        if (step == Step.ACKNOWLEDGE) {
            var language = choices.language(it.heading().contact());
            model.addAttribute("language", language == null ? "unknown" : language);
        }
        model.addAttribute("answered", step == Step.CONFIRM || step == Step.DECLINE);
        model.addAttribute("asksOwner", it.owner() == null && (step == Step.ACKNOWLEDGE || step == Step.START));
        choices.addVocabulary(model, locale);
        model.addAttribute("channels", ComplaintChannel.values());
        return "complaint/step";
    }

}
