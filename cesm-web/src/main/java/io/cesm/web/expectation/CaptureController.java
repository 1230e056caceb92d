package io.cesm.web.expectation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.expectation.LoggingExpectations;
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

/** Quick capture: the words first, then who said them; everything else can follow. */
@Controller
@RequestMapping("/expectations/new")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class CaptureController {

    private static final int SUGGESTIONS = 8;

    private final LoggingExpectations logging;

    private final CustomerBook customers;

    private final ContactBook contacts;

    private final Choices choices;

    private final Hints hints;

    CaptureController(LoggingExpectations logging, CustomerBook customers, ContactBook contacts, Choices choices,
            Hints hints) {
        this.logging = logging;
        this.customers = customers;
        this.contacts = contacts;
        this.choices = choices;
        this.hints = hints;
    }

    @GetMapping
    String ask(@RequestParam @Nullable String customer, @RequestParam @Nullable String contact, Model model,
            Locale locale) {
        var who = Ids.customer(customer);
        var person = Ids.contact(contact);
        var card = who == null ? null : customers.require(who);
        var personCard = person == null ? null : contacts.require(person);
        model.addAttribute("form", CaptureForm.blank(customer, card == null ? null : name(card, locale), contact,
                personCard == null ? null : personCard.name()));
        return show(who, model, locale);
    }

    private static String name(CustomerCard card, Locale locale) {
        var english = card.nameEn();
        return english == null || locale.getLanguage().equals("zh") ? card.name() : english;
    }

    @PostMapping
    String capture(@Valid @ModelAttribute("form") CaptureForm sent, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        var who = found(errors, "customer", sent.customer(), sent.customerText(), Ids::customer,
                () -> customers.suggest(sent.customerText(), SUGGESTIONS), CustomerCard::id, model);
        var person = who == null ? Ids.contact(sent.contact())
                : found(errors, "contact", sent.contact(), sent.contactText(), Ids::contact,
                        () -> contacts.suggest(who, sent.contactText(), SUGGESTIONS), ContactCard::id, model);
        if (who == null || person == null || !Attempt.succeeds(errors, () -> {
            var id = logging.capture(sent.by(who, person), Uploads.of(sent.files()));
            model.addAttribute("captured", id);
        })) {
            response.setStatus(422);
            return show(who, model, locale);
        }
        flash.addFlashAttribute("notice", "expectation.captured");
        if (Boolean.TRUE.equals(sent.next())) {
            return "redirect:/expectations/new?customer=" + who;
        }
        return "redirect:/expectations/" + model.getAttribute("captured");
    }

    /** Similar and conflicting expectations of this customer, while somebody types. */
    @PostMapping("/hints")
    String hints(@ModelAttribute("form") CaptureForm form, BindingResult errors, Model model) {
        if (!errors.hasErrors()) {
            hints.add(form, model);
        }
        return "expectation/parts :: hints";
    }

    private String show(@Nullable CustomerId who, Model model, Locale locale) {
        choices.addVocabulary(model, locale);
        model.addAttribute("people", who == null ? Map.of() : choices.contacts(who));
        model.addAttribute("staff", who == null ? Map.of() : choices.staff(who));
        model.addAttribute("chosen", who);
        if (model.getAttribute("form") instanceof CaptureForm form) {
            hints.add(form, model);
        }
        return "expectation/capture";
    }

    /**
     * The record chosen, or the only one the typed text can mean; several are offered,
     * none is an error.
     */
    private static <I, C> @Nullable I found(BindingResult errors, String field, @Nullable String id,
            @Nullable String text, Function<@Nullable String, @Nullable I> read, Supplier<List<C>> suggest,
            Function<C, I> idOf, Model model) {
        var chosen = read.apply(id);
        if (chosen != null) {
            return chosen;
        }
        if (text == null || text.isBlank()) {
            errors.rejectValue(field + "Text", "NotBlank");
            return null;
        }
        var candidates = suggest.get();
        if (candidates.size() == 1) {
            return idOf.apply(candidates.getFirst());
        }
        errors.rejectValue(field + "Text", candidates.isEmpty() ? "expectation.capture." + field + ".none"
                : "expectation.capture." + field + ".several");
        model.addAttribute(field + "Candidates", candidates);
        return null;
    }

}
