package io.cesm.web.fielding;

import io.cesm.satisfaction.answer.LeavingOut;
import io.cesm.satisfaction.fielding.QualityBook;
import io.cesm.satisfaction.fielding.SurveyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What makes the answers of a survey worth a second look. */
@Controller
class QualityController {

    private final QualityBook quality;

    private final LeavingOut leaving;

    private final SurveyPages pages;

    QualityController(QualityBook quality, LeavingOut leaving, SurveyPages pages) {
        this.quality = quality;
        this.leaving = leaving;
        this.pages = pages;
    }

    @GetMapping("/surveys/{id}/quality")
    String show(@PathVariable SurveyId id, Model model) {
        pages.open(id, model);
        model.addAttribute("quality", quality.of(id));
        model.addAttribute("leftOut", leaving.of(id.id()));
        model.addAttribute("open", leaving.isOpen(id.id()));
        return "fielding/quality";
    }

}
