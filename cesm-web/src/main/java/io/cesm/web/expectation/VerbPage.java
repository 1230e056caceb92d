package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.Verb;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * Shows the form of a verb beside what the record says now. A form that was refused keeps
 * what was typed; if somebody was faster, the page shows both and asks again.
 */
@Component
class VerbPage {

    private final ExpectationBook book;

    private final Choices choices;

    VerbPage(ExpectationBook book, Choices choices) {
        this.book = book;
        this.choices = choices;
    }

    ExpectationDetails fresh(Verb verb, ExpectationId id, Model model, Locale locale) {
        var it = book.require(id);
        fill(verb, it, it.version(), model, locale);
        return it;
    }

    /** The same page again, after something was refused. */
    String again(String view, Verb verb, ExpectationId id, @Nullable Long sent, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response) {
        var it = book.require(id);
        var stale = Attempt.isStale(errors);
        fill(verb, it, stale || sent == null ? it.version() : sent, model, locale);
        response.setStatus(stale ? 409 : 422);
        return view;
    }

    private void fill(Verb verb, ExpectationDetails it, long version, Model model, Locale locale) {
        model.addAttribute("it", it);
        model.addAttribute("verb", verb);
        model.addAttribute("allowed", verb.isAllowedIn(it.state()));
        model.addAttribute("version", version);
        model.addAttribute("contacts", choices.contacts(it.customer()));
        model.addAttribute("staff", choices.staff(it.customer()));
        model.addAttribute("placings", choices.placings(it.classification(), locale));
        choices.addVocabulary(model, locale);
    }

}
