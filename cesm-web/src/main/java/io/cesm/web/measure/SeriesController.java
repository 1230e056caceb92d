package io.cesm.web.measure;

import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.satisfaction.measure.KeepingSeries;
import io.cesm.satisfaction.measure.SeriesBook;
import io.cesm.satisfaction.measure.SeriesId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Series of agency waves: the list, and one of them with its waves. */
@Controller
@RequestMapping("/surveys/waves")
class SeriesController {

    private static final int SIZE = 30;

    private static final int ENTRIES = 10;

    private final SeriesBook book;

    private final KeepingSeries keeping;

    private final TimelineBook timeline;

    private final CurrentActor current;

    SeriesController(SeriesBook book, KeepingSeries keeping, TimelineBook timeline, CurrentActor current) {
        this.book = book;
        this.keeping = keeping;
        this.timeline = timeline;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String list(@RequestParam @Nullable String q, @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", book.slice(q, SIZE, cursor));
        model.addAttribute("q", q);
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "measure/series-list";
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable SeriesId id, @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("waves", book.waves(id));
        model.addAttribute("entries", timeline.of(id.id(), ENTRIES, cursor));
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        model.addAttribute("mayImport", current.actor().may(Right.SURVEY_EDIT) && current.actor().may(Right.IMPORT));
        return "measure/series";
    }

    @PostMapping("/{id}/waves/{survey}/removal")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String takeBack(@PathVariable SeriesId id, @PathVariable UUID survey, RedirectAttributes flash) {
        keeping.takeBack(id, survey);
        flash.addFlashAttribute("notice", "measure.wave.taken_back");
        return "redirect:/surveys/waves/" + id;
    }

}
