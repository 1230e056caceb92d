package io.cesm.web.casepage;

import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.web.answer.Guessers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where links to complaints lead: swaps the token for a cookie, so that it stands in no
 * address, log or history any more. Who guesses is slowed down.
 */
@Controller
class CaseDoor {

    private final CaseByLink cases;

    private final Guessers guessers;

    private final CaseCookie cookie;

    CaseDoor(CaseByLink cases, Guessers guessers, CaseCookie cookie) {
        this.cases = cases;
        this.guessers = guessers;
        this.cookie = cookie;
    }

    @GetMapping("/c/case/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, CaseLinkState.EXPIRED)) {
            return "casepage/gone";
        }
        var seen = cases.look(token);
        if (seen.state() != CaseLinkState.OPEN) {
            if (seen.state() == CaseLinkState.UNKNOWN) {
                guessers.missed(request);
            }
            return CaseController.gone(seen.state(), response, model);
        }
        return "redirect:/c/cases/" + cookie.keep(response, token);
    }

}
