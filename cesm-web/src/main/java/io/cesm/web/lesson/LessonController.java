package io.cesm.web.lesson;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.governance.lesson.ActionKind;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonDetails;
import io.cesm.governance.lesson.LessonId;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.governance.lesson.LessonStep;
import io.cesm.governance.lesson.LinkingLessons;
import io.cesm.governance.lesson.OfferingKnowledge;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.governance.lesson.UseKind;
import io.cesm.governance.lesson.WritingLessons;
import io.cesm.web.layout.IdText;
import io.cesm.web.people.FormTry;
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

/** Writing, reading and looking after one lesson or article. */
@Controller
@RequestMapping("/lessons")
class LessonController {

    private static final String BACK = "redirect:/lessons/{id}";

    private static final int HISTORY = 30;

    private final LessonBook book;

    private final WritingLessons writing;

    private final LinkingLessons linking;

    private final TrackingLessonChanges changes;

    private final OfferingKnowledge knowledge;

    private final ComplaintBook complaints;

    private final TimelineBook timeline;

    private final LessonChoices choices;

    private final CurrentActor current;

    private final Clock clock;

    LessonController(LessonBook book, WritingLessons writing, LinkingLessons linking, TrackingLessonChanges changes,
            OfferingKnowledge knowledge, ComplaintBook complaints, TimelineBook timeline, LessonChoices choices,
            CurrentActor current, Clock clock) {
        this.book = book;
        this.writing = writing;
        this.linking = linking;
        this.changes = changes;
        this.knowledge = knowledge;
        this.complaints = complaints;
        this.timeline = timeline;
        this.choices = choices;
        this.current = current;
        this.clock = clock;
    }

    /** What a change of a lesson is asked for with. */
    record ActionForm(@Nullable ActionKind kind, @Nullable String what, @Nullable String owner,
            @Nullable LocalDate dueOn) {
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String blank(@RequestParam @Nullable LessonKind kind, @RequestParam @Nullable String from, Model model,
            Locale locale) {
        var me = current.actor().staff();
        var today = CompanyTime.today(clock);
        model.addAttribute("form",
                from != null && from.startsWith("C-") ? LessonForm
                    .after(complaints.require(complaints.byNumber(from).orElseThrow(UnknownThing::new)), me, today)
                        : LessonForm.blank(kind == null ? LessonKind.LESSON : kind, me, today));
        return form(null, model, locale);
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String write(@Valid @ModelAttribute("form") LessonForm form, BindingResult errors, Model model,
            Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var made = new AtomicReference<@Nullable LessonId>();
        if (!FormTry.succeeds(errors, () -> made.set(writing.write(form.wish(), form.from(), false)))) {
            response.setStatus(422);
            return form(null, model, locale);
        }
        flash.addFlashAttribute("notice", "lesson.written");
        return "redirect:/lessons/" + made.get();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable LessonId id, Model model, Locale locale) {
        var it = book.require(id);
        knowledge.count(id, UseKind.OPENED, null);
        return page(it, model, locale);
    }

    private String page(LessonDetails it, Model model, Locale locale) {
        var mayEdit = current.actor().may(Right.COMPLAINT_EDIT);
        model.addAttribute("it", it);
        model.addAttribute("steps",
                Arrays.stream(LessonStep.values()).filter(step -> step.isAllowed(it.state())).toList());
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("staff", mayEdit ? choices.staff() : Map.of());
        model.addAttribute("today", CompanyTime.today(clock));
        model.addAttribute("timeline", timeline.of(it.id().id(), HISTORY, null));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new ActionForm(null, null, null, null));
        }
        choices.addVocabulary(model, locale);
        return "lesson/record";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String edit(@PathVariable LessonId id, Model model, Locale locale) {
        var it = book.require(id);
        model.addAttribute("form", LessonForm.of(it));
        return form(it, model, locale);
    }

    @PostMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String revise(@PathVariable LessonId id, @Valid @ModelAttribute("form") LessonForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var it = book.require(id);
        if (!FormTry.succeeds(errors, () -> writing.revise(id, form.version(), form.wish(), form.note()))) {
            response.setStatus(422);
            return form(it, model, locale);
        }
        flash.addFlashAttribute("notice", "lesson.revised");
        return BACK;
    }

    private String form(@Nullable LessonDetails it, Model model, Locale locale) {
        model.addAttribute("it", it);
        model.addAttribute("staff", choices.staff());
        choices.addVocabulary(model, locale);
        return "lesson/form";
    }

    @GetMapping("/{id}/versions")
    @PreAuthorize("hasAuthority('VIEW')")
    public String versions(@PathVariable LessonId id, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("versions", book.versions(id));
        return "lesson/versions";
    }

    @PostMapping("/{id}/steps/{step}")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String take(@PathVariable LessonId id, @PathVariable String step, @RequestParam long version,
            @RequestParam @Nullable String words, RedirectAttributes flash) {
        var which = LessonStep.ofPath(step).orElseThrow(UnknownThing::new);
        writing.take(id, version, which, words);
        flash.addFlashAttribute("notice", "lesson.done." + which);
        return BACK;
    }

    @PostMapping("/{id}/links")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String link(@PathVariable LessonId id, @RequestParam String number, RedirectAttributes flash) {
        linking.link(id, number);
        flash.addFlashAttribute("notice", "lesson.linked");
        return BACK;
    }

    @PostMapping("/{id}/links/{record}/remove")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String unlink(@PathVariable LessonId id, @PathVariable UUID record, RedirectAttributes flash) {
        linking.unlink(id, record);
        flash.addFlashAttribute("notice", "lesson.unlinked");
        return BACK;
    }

    /** Asks for a change of a standard, a checklist or a training. */
    @PostMapping("/{id}/actions")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String ask(@PathVariable LessonId id, @Valid @ModelAttribute("form") ActionForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var it = book.require(id);
        var owner = IdText.read(form.owner(), StaffId::of);
        if (!FormTry.succeeds(errors, () -> changes.ask(id, form.kind(), form.what(), owner, form.dueOn()))) {
            response.setStatus(422);
            return page(it, model, locale);
        }
        flash.addFlashAttribute("notice", "lesson.action.asked");
        return BACK + "#actions";
    }

    @PostMapping("/{id}/actions/{action}/end")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String end(@PathVariable LessonId id, @PathVariable UUID action, @RequestParam boolean done,
            @RequestParam String outcome, RedirectAttributes flash) {
        changes.end(id, action, done, outcome);
        flash.addFlashAttribute("notice", "lesson.action.noted");
        return BACK + "#actions";
    }

    /** Says that it was of use. */
    @PostMapping("/{id}/helped")
    @PreAuthorize("hasAuthority('VIEW')")
    public String helped(@PathVariable LessonId id, @RequestParam @Nullable UUID record, RedirectAttributes flash) {
        book.require(id);
        knowledge.count(id, UseKind.HELPED, record);
        flash.addFlashAttribute("notice", "lesson.thanks");
        return BACK;
    }

}
