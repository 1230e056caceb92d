package io.cesm.web.fielding;

import io.cesm.satisfaction.fielding.OptingOut;
import io.cesm.web.answer.Guessers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where somebody says that they do not want to be asked again. Opening the page changes
 * nothing, because programs open links too; pressing the button does.
 */
@Controller
class StopController {

    private static final String PAGE = "fielding/stop";

    private static final String TOO_MANY = "MANY";

    private final OptingOut opting;

    private final Guessers guessers;

    StopController(OptingOut opting, Guessers guessers) {
        this.opting = opting;
        this.guessers = guessers;
    }

    @GetMapping("/c/stop/{token}")
    String ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, TOO_MANY)) {
            return PAGE;
        }
        return seen(token, request, response, model);
    }

    @PostMapping("/c/stop/{token}")
    String stop(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, TOO_MANY)) {
            return PAGE;
        }
        opting.stop(token);
        return seen(token, request, response, model);
    }

    private String seen(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        var seen = opting.look(token).orElse(null);
        if (seen == null) {
            guessers.missed(request);
            response.setStatus(410);
        }
        model.addAttribute("seen", seen);
        model.addAttribute("token", token.replaceAll("[^A-Za-z0-9_-]", ""));
        return PAGE;
    }

}
