package io.cesm.web.casepage;

import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.expectation.LinkMisses;
import io.cesm.web.answer.Crowd;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Slows down who guesses links to complaints, to rooms of parties and to forms. */
@Component
class Guessers {

    private final LinkMisses misses;

    Guessers(LinkMisses misses) {
        this.misses = misses;
    }

    /**
     * Whether this network missed too often; the answer is then made as for a link that
     * ran out.
     */
    boolean areTooMany(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!misses.tooMany(Crowd.network(request))) {
            return false;
        }
        response.setStatus(429);
        response.setHeader("Retry-After", "60");
        model.addAttribute("reason", CaseLinkState.EXPIRED);
        return true;
    }

    void missed(HttpServletRequest request) {
        misses.count(Crowd.network(request));
    }

}
