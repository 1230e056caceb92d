package io.cesm.web.answer;

import java.util.List;
import java.util.Locale;

import io.cesm.satisfaction.answer.AnswerDraft;
import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.answer.SinceLastTime;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.AnswerFault;
import io.cesm.satisfaction.questionnaire.Answers;
import io.cesm.satisfaction.questionnaire.AskedPage;
import io.cesm.satisfaction.questionnaire.MethodChecker;
import io.cesm.satisfaction.questionnaire.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts what a respondent sees into the model. */
@Component
class AnswerPage {

    private static final String CHOSEN_LANGUAGE = "cesm_lang";

    private final RobotGuard guard;

    private final SinceLastTime since;

    AnswerPage(RobotGuard guard, SinceLastTime since) {
        this.guard = guard;
        this.since = since;
    }

    /** The pages in the language this respondent chose, or was written to. */
    Sheets speak(AnswerLink link, @Nullable String drafted, HttpServletRequest request) {
        var wish = request.getParameter("p_speak") != null ? request.getParameter("p_speak")
                : request.getParameter("speak") != null ? request.getParameter("speak") : request.getParameter("lang");
        if (wish == null) {
            wish = drafted != null ? drafted : chosen(request) ? null : link.who().language();
        }
        var sheets = new Sheets(link.definition(), link.circumstances(),
                wish == null ? LocaleContextHolder.getLocale().getLanguage() : wish);
        var locale = sheets.language().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        request.setAttribute(CHOSEN_LANGUAGE, locale);
        LocaleContextHolder.setLocale(locale);
        return sheets;
    }

    private static boolean chosen(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null && java.util.Arrays.stream(cookies)
            .anyMatch(it -> it.getName().equals(CHOSEN_LANGUAGE) && !it.getValue().isEmpty());
    }

    String questions(AnswerLink link, AnswerCookie.Held held, Sheets sheets, List<AskedPage> pages, int at,
            Answers answers, List<AnswerFault> faults, Model model) {
        common(link, held, sheets, model);
        model.addAttribute("sheet", sheets.sheet(pages, at, answers, faults));
        model.addAttribute("first", at == 0);
        model.addAttribute("carried", List.of());
        model.addAttribute("saving", "/answer/" + held.ref() + "/draft");
        model.addAttribute("local", !link.kiosk());
        model.addAttribute("kiosk", link.kiosk());
        if (link.open()) {
            model.addAttribute("nobody", link.survey().anonymity() != Anonymity.ANONYMOUS);
            model.addAttribute("guarded", true);
            model.addAttribute("mark", guard.mark(held.secret(link)));
        }
        return "answer/page";
    }

    String done(AnswerLink link, AnswerCookie.Held held, Sheets sheets, Model model) {
        common(link, held, sheets, model);
        model.addAttribute("thanks", sheets.thanks());
        model.addAttribute("receipt", held.receipt());
        model.addAttribute("kiosk", link.kiosk());
        model.addAttribute("since", since.of(link));
        return "answer/done";
    }

    String gone(@Nullable AnswerLink link, HttpServletResponse response, Model model) {
        var state = link == null || link.state() == LinkState.UNKNOWN ? LinkState.EXPIRED : link.state();
        response.setStatus(state == LinkState.NOT_YET || state == LinkState.ANSWERED ? 200 : 410);
        model.addAttribute("reason", state);
        model.addAttribute("opensOn", link == null ? null : link.survey().opensOn());
        return "answer/gone";
    }

    private static void common(AnswerLink link, AnswerCookie.Held held, Sheets sheets, Model model) {
        model.addAttribute("ref", held.ref());
        model.addAttribute("speak", sheets.language());
        model.addAttribute("languages", link.definition().languages());
        model.addAttribute("answering", new Answering(sheets.title(), sheets.intro(), link.survey().anonymity(),
                MethodChecker.minutes(link.definition())));
    }

    /** Where a respondent goes on: a page they ask for, else where they stopped. */
    static int place(List<AskedPage> pages, @Nullable String wish, AnswerDraft draft) {
        var ids = pages.stream().map(it -> it.page().id()).toList();
        int at = wish == null ? -1 : ids.indexOf(wish);
        return Math.max(0, at >= 0 ? at : draft.page() == null ? 0 : ids.indexOf(draft.page()));
    }

}
