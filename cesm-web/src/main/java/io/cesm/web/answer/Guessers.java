package io.cesm.web.answer;

import io.cesm.expectation.LinkMisses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Slows down who guesses links, at every door that is opened by one. */
@Component
public class Guessers {

    private final LinkMisses misses;

    Guessers(LinkMisses misses) {
        this.misses = misses;
    }

    /**
     * Whether this network missed too often; the answer is then made as for a link that
     * is gone.
     * @param reason what the page of the door says of links that are gone
     */
    public boolean areTooMany(HttpServletRequest request, HttpServletResponse response, Model model, Object reason) {
        if (!misses.tooMany(Crowd.network(request))) {
            return false;
        }
        response.setStatus(429);
        response.setHeader("Retry-After", "60");
        model.addAttribute("reason", reason);
        return true;
    }

    public void missed(HttpServletRequest request) {
        misses.count(Crowd.network(request));
    }

}
