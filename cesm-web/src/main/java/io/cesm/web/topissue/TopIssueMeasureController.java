package io.cesm.web.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.topissue.NotingValues;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.WordsToNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Values of a measure, survey items that should move, and hints that turn words into
 * numbers.
 */
@Controller
@RequestMapping("/top-issues")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class TopIssueMeasureController {

    private static final String BACK = "redirect:/top-issues/{id}#measure";

    private final NotingValues values;

    TopIssueMeasureController(NotingValues values) {
        this.values = values;
    }

    /** What is being typed. */
    record HintForm(@Nullable String statement, @Nullable String measure, @Nullable String stake,
            @Nullable String title) {
    }

    /** What to ask so that a number comes of it. */
    @PostMapping("/hints")
    String hints(@ModelAttribute("form") HintForm form, Model model) {
        var hints = new ArrayList<WordsToNumbers.Hint>();
        for (var text : new @Nullable String[] { form.statement(), form.measure(), form.stake(), form.title() }) {
            hints.addAll(WordsToNumbers.in(text));
        }
        model.addAttribute("hints", List.copyOf(hints));
        return "topissue/parts :: hints";
    }

    @PostMapping("/{id}/values")
    String note(@PathVariable TopIssueId id, @RequestParam @Nullable LocalDate on,
            @RequestParam @Nullable BigDecimal value, @RequestParam @Nullable String note, RedirectAttributes flash) {
        values.note(id, on, value, note);
        flash.addFlashAttribute("notice", "topissue.value.noted");
        return BACK;
    }

    @PostMapping("/{id}/values/{value}/remove")
    String remove(@PathVariable TopIssueId id, @PathVariable UUID value, RedirectAttributes flash) {
        values.remove(id, value);
        flash.addFlashAttribute("notice", "topissue.value.removed");
        return BACK;
    }

    @PostMapping("/{id}/items")
    String expect(@PathVariable TopIssueId id, @RequestParam @Nullable String item, RedirectAttributes flash) {
        values.expect(id, item);
        flash.addFlashAttribute("notice", "topissue.item.added");
        return BACK;
    }

    @PostMapping("/{id}/items/remove")
    String expectNoMore(@PathVariable TopIssueId id, @RequestParam String item, RedirectAttributes flash) {
        values.expectNoMore(id, item);
        flash.addFlashAttribute("notice", "topissue.item.removed");
        return BACK;
    }

}
