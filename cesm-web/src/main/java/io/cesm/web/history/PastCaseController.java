package io.cesm.web.history;

import java.util.List;

import io.cesm.governance.history.PastCases;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The report on cases of other systems, apart from living complaints. */
@Controller
@RequestMapping("/complaints/history")
@PreAuthorize("hasAuthority('IMPORT')")
class PastCaseController {

    private static final int PAGE = 25;

    private final PastCases cases;

    PastCaseController(PastCases cases) {
        this.cases = cases;
    }

    @GetMapping
    public String show(@RequestParam @Nullable String source, @RequestParam @Nullable String cursor, Model model) {
        var sources = cases.sources();
        var known = sources.stream().anyMatch(it -> it.name().equals(source));
        var which = known ? source : sources.isEmpty() ? null : sources.getFirst().name();
        model.addAttribute("sources", sources);
        model.addAttribute("source", which);
        model.addAttribute("lines", which == null ? List.of() : cases.lines(which));
        model.addAttribute("hands", which == null ? List.of() : cases.hands(which));
        model.addAttribute("slice", which == null ? null : cases.slice(which, PAGE, known ? cursor : null));
        return "history/report";
    }

    /** Walks the cases through the clocks of today. */
    @PostMapping("/replay")
    public String replay(@RequestParam String source, RedirectAttributes flash) {
        cases.replay(source);
        flash.addFlashAttribute("notice", "history.replayed");
        flash.addAttribute("source", source);
        return "redirect:/complaints/history";
    }

    @PostMapping("/remove")
    public String remove(@RequestParam String source, RedirectAttributes flash) {
        cases.remove(source);
        flash.addFlashAttribute("notice", "history.removed");
        return "redirect:/complaints/history";
    }

}
