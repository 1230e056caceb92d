package io.cesm.web.topissue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.IssueTask;
import io.cesm.domain.topissue.PlanningTasks;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.web.people.FormTry;
import io.cesm.web.topissue.TopIssueForms.TaskForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks of a TOP issue: planned, changed, done. */
@Controller
@RequestMapping("/top-issues/{id}/tasks")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class TopIssueTaskController {

    private static final String BACK = "redirect:/top-issues/{id}#tasks";

    private final PlanningTasks planning;

    private final TopIssueBook book;

    private final TopIssueChoices choices;

    private final CurrentActor current;

    private final Clock clock;

    TopIssueTaskController(PlanningTasks planning, TopIssueBook book, TopIssueChoices choices, CurrentActor current,
            Clock clock) {
        this.planning = planning;
        this.book = book;
        this.choices = choices;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/new")
    String ask(@PathVariable TopIssueId id, Model model, Locale locale) {
        var me = current.actor().staff();
        var today = CompanyTime.today(clock);
        model.addAttribute("form", new TaskForm(null, TaskTerm.SHORT, me == null ? null : me.toString(), today,
                today.plusWeeks(2), null, null, null, null));
        return show(id, null, model, locale);
    }

    @PostMapping("/new")
    String add(@PathVariable TopIssueId id, @Valid @ModelAttribute("form") TaskForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> planning.add(id, form.wish()))) {
            response.setStatus(422);
            return show(id, null, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.task.added");
        return BACK;
    }

    @GetMapping("/{task}")
    String edit(@PathVariable TopIssueId id, @PathVariable UUID task, Model model, Locale locale) {
        book.require(id);
        model.addAttribute("form", TaskForm.of(find(id, task)));
        return show(id, task, model, locale);
    }

    @PostMapping("/{task}")
    String change(@PathVariable TopIssueId id, @PathVariable UUID task, @Valid @ModelAttribute("form") TaskForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> planning.change(id, task, form.version(), form.wish()))) {
            response.setStatus(422);
            return show(id, task, model, locale);
        }
        flash.addFlashAttribute("notice", "topissue.task.changed");
        return BACK;
    }

    @PostMapping("/{task}/done")
    String done(@PathVariable TopIssueId id, @PathVariable UUID task, @RequestParam @Nullable LocalDate on,
            @RequestParam @Nullable String result, RedirectAttributes flash) {
        planning.done(id, task, on, result);
        flash.addFlashAttribute("notice", "topissue.task.done");
        return BACK;
    }

    @PostMapping("/{task}/again")
    String again(@PathVariable TopIssueId id, @PathVariable UUID task, RedirectAttributes flash) {
        planning.again(id, task);
        flash.addFlashAttribute("notice", "topissue.task.again");
        return BACK;
    }

    @PostMapping("/{task}/remove")
    String remove(@PathVariable TopIssueId id, @PathVariable UUID task, RedirectAttributes flash) {
        planning.remove(id, task);
        flash.addFlashAttribute("notice", "topissue.task.removed");
        return BACK;
    }

    private IssueTask find(TopIssueId id, UUID task) {
        return book.tasks(id).stream().filter(it -> it.id().equals(task)).findFirst().orElseThrow(UnknownThing::new);
    }

    private String show(TopIssueId id, @Nullable UUID task, Model model, Locale locale) {
        var it = book.require(id);
        Map<String, String> others = new LinkedHashMap<>();
        book.tasks(id)
            .stream()
            .filter(each -> !each.id().equals(task))
            .forEach(each -> others.put(each.id().toString(), each.title()));
        model.addAttribute("it", it);
        model.addAttribute("task", task);
        model.addAttribute("others", others);
        model.addAttribute("staff", choices.staff(id));
        choices.addVocabulary(model, locale);
        return "topissue/task";
    }

}
