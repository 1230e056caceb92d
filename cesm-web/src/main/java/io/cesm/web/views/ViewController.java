package io.cesm.web.views;

import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.web.layout.Query;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets named filters. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class ViewController {

    static final int LONGEST = 1000;

    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/views")
    String keep(@RequestParam String register, @RequestParam String name, @RequestParam String query,
            RedirectAttributes flash) {
        var list = Register.of(register);
        var filters = Query.sorted(query);
        if (filters.isEmpty() || filters.length() > LONGEST) {
            throw new FieldRefusal("query", "view.nothing_set");
        }
        views.keep(list, name, filters);
        flash.addFlashAttribute("notice", "frame.view.kept");
        return "redirect:" + list.path() + "?" + filters;
    }

    @PostMapping("/views/{id}/delete")
    String drop(@PathVariable UUID id, RedirectAttributes flash) {
        var list = views.drop(id);
        flash.addFlashAttribute("notice", "frame.view.dropped");
        return "redirect:" + list.path();
    }

}
