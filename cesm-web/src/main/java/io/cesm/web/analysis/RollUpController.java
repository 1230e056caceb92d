package io.cesm.web.analysis;

import java.util.UUID;

import io.cesm.satisfaction.analysis.RollingUp;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Counts a survey anew, or compares its counts with its answers. */
@Controller
@PreAuthorize("hasAuthority('SETTINGS')")
class RollUpController {

    private final RollingUp rolling;

    RollUpController(RollingUp rolling) {
        this.rolling = rolling;
    }

    @PostMapping("/surveys/{id}/analysis/rebuild")
    public String rebuild(@PathVariable UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("noticeArgs", new Object[] { rolling.rebuild(id) });
        flash.addFlashAttribute("notice", "analysis.rebuilt");
        return "redirect:/surveys/" + id + "/analysis";
    }

    @PostMapping("/surveys/{id}/analysis/compare")
    public String compare(@PathVariable UUID id, RedirectAttributes flash) {
        var result = rolling.compare(id);
        flash.addFlashAttribute("noticeArgs", new Object[] { result.cells(), result.answers(), result.wrong() });
        flash.addFlashAttribute("notice", result.equal() ? "analysis.compared" : "analysis.compared_wrong");
        return "redirect:/surveys/" + id + "/analysis";
    }

}
