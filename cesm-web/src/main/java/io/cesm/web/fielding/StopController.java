package io.cesm.web.fielding;

import io.cesm.expectation.LinkMisses;
import io.cesm.satisfaction.fielding.OptingOut;
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

    private final OptingOut opting;

    private final LinkMisses misses;

    StopController(OptingOut opting, LinkMisses misses) {
        this.opting = opting;
        this.misses = misses;
    }

    @GetMapping("/c/stop/{token}")
    String ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(token, request, response, model);
    }

    @PostMapping("/c/stop/{token}")
    String stop(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        opting.stop(token);
        return page(token, request, response, model);
    }

    private String page(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        var network = request.getRemoteAddr();
        response.setHeader("Cache-Control", "no-store");
        if (misses.tooMany(network)) {
            response.setStatus(429);
            return "fielding/stop";
        }
        var seen = opting.look(token).orElse(null);
        if (seen == null) {
            misses.count(network);
            response.setStatus(410);
        }
        model.addAttribute("seen", seen);
        model.addAttribute("token", token.replaceAll("[^A-Za-z0-9_-]", ""));
        return "fielding/stop";
    }

}
