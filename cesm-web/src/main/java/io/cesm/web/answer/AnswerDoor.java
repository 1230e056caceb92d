package io.cesm.web.answer;

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

    private final Guessers guessers;

    private final AnswerCookie cookie;

    AnswerDoor(AnswerLinks links, AnswerDrafts drafts, Guessers guessers, AnswerCookie cookie) {
        this.links = links;
        this.drafts = drafts;
        this.guessers = guessers;
        this.cookie = cookie;
    }

    @GetMapping("/a/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, "MANY")) {
            return "answer/gone";
        }
        var link = links.find(token, "");
        if (link == null) {
            guessers.missed(request);
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
