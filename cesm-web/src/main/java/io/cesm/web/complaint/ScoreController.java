package io.cesm.web.complaint;

import io.cesm.satisfaction.aftercare.ScoreBook;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What complainants said of handling and outcome: means of units, never of people. */
@Controller
class ScoreController {

    private final ScoreBook scores;

    ScoreController(ScoreBook scores) {
        this.scores = scores;
    }

    @GetMapping("/complaints/scores")
    @PreAuthorize("hasAuthority('VIEW')")
    String show(Model model) {
        model.addAttribute("rows", scores.byUnit());
        return "complaint/scores";
    }

}
