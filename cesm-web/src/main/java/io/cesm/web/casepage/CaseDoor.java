package io.cesm.web.casepage;

import io.cesm.domain.complaint.CaseByLink;
import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.expectation.LinkMisses;
import io.cesm.web.answer.Crowd;
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

    private final LinkMisses misses;

    private final CaseCookie cookie;

    CaseDoor(CaseByLink cases, LinkMisses misses, CaseCookie cookie) {
        this.cases = cases;
        this.misses = misses;
        this.cookie = cookie;
    }

    @GetMapping("/c/case/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        var network = Crowd.network(request);
        if (misses.tooMany(network)) {
            response.setStatus(429);
            response.setHeader("Retry-After", "60");
            model.addAttribute("reason", CaseLinkState.EXPIRED);
            return "casepage/gone";
        }
        var seen = cases.look(token);
        if (seen.state() != CaseLinkState.OPEN) {
            if (seen.state() == CaseLinkState.UNKNOWN) {
                misses.count(network);
            }
            return CaseController.gone(seen.state(), response, model);
        }
        return "redirect:/c/cases/" + cookie.keep(response, token);
    }

}
