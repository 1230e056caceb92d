package io.cesm.web.topissue;

import java.util.Arrays;
import java.util.Locale;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.topissue.AnsweringIssueLinks;
import io.cesm.domain.topissue.AnsweringIssueLinks.Seen;
import io.cesm.domain.topissue.IssueLinkPurpose;
import io.cesm.domain.topissue.IssueLinkState;
import io.cesm.web.answer.Guessers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A TOP issue as a person of a customer sees it: whether we understood, how far it is,
 * whether it is solved. Which one it is follows from the cookie alone; opening the page
 * changes nothing, only buttons do, each once.
 */
@Controller
class CustomerIssueController {

    private static final String CHOSEN_LANGUAGE = "cesm_lang";

    private final AnsweringIssueLinks answering;

    private final Guessers guessers;

    private final IssueCookie cookie;

    CustomerIssueController(AnsweringIssueLinks answering, Guessers guessers, IssueCookie cookie) {
        this.answering = answering;
        this.guessers = guessers;
        this.cookie = cookie;
    }

    /**
     * What a customer sends.
     *
     * @param decision yes, no, or reply to a report
     */
    record AnswerForm(@Nullable String decision, @Size(max = 2000) @Nullable String words) {
    }

    /**
     * Swaps the token for a cookie, so that it stands in no address, log or history any
     * more.
     */
    @GetMapping("/c/issue/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, IssueLinkState.EXPIRED)) {
            return "topissue/gone";
        }
        var seen = answering.look(token);
        if (seen.state() == IssueLinkState.UNKNOWN) {
            guessers.missed(request);
            return gone(seen, response, model);
        }
        return "redirect:/c/issues/" + cookie.keep(response, token);
    }

    @GetMapping("/c/issues/{ref}")
    String show(@PathVariable String ref, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("form", new AnswerForm(null, null));
        return page(ref, answering.look(cookie.token(request, ref)), request, response, model);
    }

    /** Says that a report is being read: sent by the page that is shown. */
    @PostMapping("/c/issues/{ref}/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable String ref, HttpServletRequest request) {
        answering.opened(cookie.token(request, ref));
    }

    @PostMapping("/c/issues/{ref}")
    String answer(@PathVariable String ref, @ModelAttribute("form") AnswerForm form, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var token = cookie.token(request, ref);
        var seen = answering.look(token);
        if (token == null || seen.state() != IssueLinkState.OPEN) {
            return page(ref, seen, request, response, model);
        }
        try {
            take(token, seen, form, request.getRemoteAddr());
            return "redirect:/c/issues/" + ref;
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("refused",
                    "text.required".equals(refusal.code()) ? "topissue.customer.words.missing" : refusal.messageKey());
            model.addAttribute("refusedArgs", refusal.args().toArray());
            return page(ref, answering.look(token), request, response, model);
        }
    }

    private void take(String token, Seen seen, AnswerForm form, @Nullable String address) {
        if (seen.purpose() == IssueLinkPurpose.REPORT) {
            answering.reply(token, form.words(), address);
        }
        else if ("yes".equals(form.decision()) || "no".equals(form.decision())) {
            answering.answer(token, "yes".equals(form.decision()), form.words(), address);
        }
        else {
            throw new Refusal("topissue.customer.decide");
        }
    }

    private String page(String ref, Seen seen, HttpServletRequest request, HttpServletResponse response, Model model) {
        speak(seen.language(), request);
        response.setHeader("Cache-Control", "private, no-store");
        if (seen.about() == null && seen.state() != IssueLinkState.USED) {
            return gone(seen, response, model);
        }
        model.addAttribute("ref", ref);
        model.addAttribute("it", seen.about());
        model.addAttribute("purpose", seen.purpose());
        model.addAttribute("answered", seen.state() == IssueLinkState.USED);
        return "topissue/customer";
    }

    private static String gone(Seen seen, HttpServletResponse response, Model model) {
        response.setStatus(410);
        model.addAttribute("reason", seen.state() == IssueLinkState.UNKNOWN || seen.state() == IssueLinkState.OPEN
                ? IssueLinkState.EXPIRED : seen.state());
        return "topissue/gone";
    }

    /** The page speaks the person's language unless this browser was told another one. */
    private static void speak(@Nullable String language, HttpServletRequest request) {
        var chosen = request.getCookies() != null
                && Arrays.stream(request.getCookies()).anyMatch(each -> each.getName().equals(CHOSEN_LANGUAGE));
        if (language != null && !chosen && request.getParameter("lang") == null) {
            var locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
            request.setAttribute(CHOSEN_LANGUAGE, locale);
            LocaleContextHolder.setLocale(locale);
        }
    }

}
