package io.cesm.web.fielding;

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

    private final SurveyPages pages;

    QualityController(QualityBook quality, SurveyPages pages) {
        this.quality = quality;
        this.pages = pages;
    }

    @GetMapping("/surveys/{id}/quality")
    String show(@PathVariable SurveyId id, Model model) {
        pages.open(id, model);
        model.addAttribute("quality", quality.of(id));
        return "fielding/quality";
    }

}
