package io.cesm.web.answer;

import io.cesm.expectation.LinkMisses;
import io.cesm.satisfaction.answer.AnswerDrafts;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.LinkState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where links to surveys lead: swaps the token for a cookie, so that it stands in no
 * address, log or history any more. Who guesses is slowed down.
 */
@Controller
class AnswerDoor {

    private final AnswerLinks links;

    private final AnswerDrafts drafts;

    private final LinkMisses misses;

    private final AnswerCookie cookie;

    AnswerDoor(AnswerLinks links, AnswerDrafts drafts, LinkMisses misses, AnswerCookie cookie) {
        this.links = links;
        this.drafts = drafts;
        this.misses = misses;
        this.cookie = cookie;
    }

    @GetMapping("/a/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        var network = RespondentNetwork.of(request);
        if (misses.tooMany(network)) {
            response.setStatus(429);
            response.setHeader("Retry-After", "60");
            model.addAttribute("reason", "MANY");
            return "answer/gone";
        }
        var link = links.find(token, "");
        if (link == null) {
            misses.count(network);
            response.setStatus(410);
            model.addAttribute("reason", LinkState.EXPIRED);
            return "answer/gone";
        }
        if (!"HEAD".equals(request.getMethod())) {
            drafts.opened(link);
        }
        return "redirect:/answer/" + cookie.keep(request, response, token).ref();
    }

}
