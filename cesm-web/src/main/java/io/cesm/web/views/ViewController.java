package io.cesm.web.views;

import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.web.layout.Query;
import org.jspecify.annotations.Nullable;
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
            @RequestParam(defaultValue = "false") boolean shared, RedirectAttributes flash) {
        var list = Register.of(register);
        var filters = Query.sorted(query);
        if (filters.isEmpty() || filters.length() > LONGEST) {
            throw new FieldRefusal("query", "view.nothing_set");
        }
        views.keep(list, name, filters, shared);
        flash.addFlashAttribute("notice", "frame.view.kept");
        return "redirect:" + list.path() + "?" + filters;
    }

    @PostMapping("/views/{id}")
    String change(@PathVariable UUID id, @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean byDefault, RedirectAttributes flash) {
        var list = views.change(id, name, shared, byDefault);
        flash.addFlashAttribute("notice", "frame.view.changed");
        return back(list);
    }

    @PostMapping("/views/{id}/delete")
    String drop(@PathVariable UUID id, RedirectAttributes flash) {
        var list = views.drop(id);
        flash.addFlashAttribute("notice", "frame.view.dropped");
        return back(list);
    }

    private static String back(Register list) {
        return "redirect:" + list.path() + "?" + DefaultView.PLAIN + "=true";
    }

}
