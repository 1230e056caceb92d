package io.cesm.web.fielding;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.fielding.DrawSample;
import io.cesm.satisfaction.fielding.DrawingSamples;
import io.cesm.satisfaction.fielding.SamplePlan;
import io.cesm.satisfaction.fielding.SurveyId;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many to ask, and drawing them. */
@Controller
@RequestMapping("/surveys/{id}/sample")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class SampleController {

    private final DrawingSamples drawing;

    private final SurveyPages pages;

    SampleController(DrawingSamples drawing, SurveyPages pages) {
        this.drawing = drawing;
        this.pages = pages;
    }

    /** What the calculator is told. */
    record SampleQuery(@Nullable Double margin, @Nullable Double confidence, @Nullable Double rate,
            @Nullable Boolean nps) {

        SamplePlan plan(Map<Integer, Long> frame) {
            return SamplePlan.of(frame, or(margin, 5), or(confidence, 95), or(rate, 40), Boolean.TRUE.equals(nps));
        }

        private static double or(@Nullable Double given, double usual) {
            return given == null ? usual : given;
        }

    }

    /** How many to draw of each tier; an empty field means everybody. */
    record DrawForm(@Nullable Integer quota0, @Nullable Integer quota1, @Nullable Integer quota2,
            @Nullable Integer quota3, @Nullable Integer quota4, @Nullable Long seed) {

        DrawSample wish() {
            Map<Integer, Integer> quotas = new LinkedHashMap<>();
            put(quotas, 0, quota0);
            put(quotas, 1, quota1);
            put(quotas, 2, quota2);
            put(quotas, 3, quota3);
            put(quotas, 4, quota4);
            return new DrawSample(quotas, seed);
        }

        private static void put(Map<Integer, Integer> quotas, int tier, @Nullable Integer people) {
            if (people != null) {
                quotas.put(tier, people);
            }
        }

    }

    @GetMapping
    String ask(@PathVariable SurveyId id, @ModelAttribute("query") SampleQuery query, Model model) {
        return page(id, query, model);
    }

    @PostMapping
    String draw(@PathVariable SurveyId id, @ModelAttribute("form") DrawForm form, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        try {
            drawing.draw(id, form.wish());
        }
        catch (Refusal refused) {
            response.setStatus(422);
            model.addAttribute("refused", refused);
            var query = new SampleQuery(null, null, null, null);
            model.addAttribute("query", query);
            return page(id, query, model);
        }
        flash.addFlashAttribute("notice", "fielding.sample.drawn");
        return "redirect:/surveys/{id}/people";
    }

    private String page(SurveyId id, SampleQuery query, Model model) {
        pages.open(id, model);
        var waiting = drawing.waiting(id);
        try {
            model.addAttribute("plan", query.plan(waiting));
        }
        catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("plan", new SampleQuery(null, null, null, null).plan(waiting));
        }
        model.addAttribute("draws", drawing.of(id));
        return "fielding/sample";
    }

}
