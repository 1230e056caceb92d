package io.cesm.web.lesson;

import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonId;
import io.cesm.governance.lesson.OfferingKnowledge;
import io.cesm.governance.lesson.UseKind;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is already known about what somebody types or looks at. Forms bring their words
 * along by {@code lesson/parts :: typing}.
 */
@Controller
class KnowledgeController {

    private static final int MOST = 4;

    private final OfferingKnowledge knowledge;

    private final LessonBook book;

    private final ComplaintBook complaints;

    KnowledgeController(OfferingKnowledge knowledge, LessonBook book, ComplaintBook complaints) {
        this.knowledge = knowledge;
        this.book = book;
        this.complaints = complaints;
    }

    /** The fields a form may send: words under one of these names. */
    record Typed(@Size(max = 8000) @Nullable String verbatim, @Size(max = 8000) @Nullable String subject,
            @Size(max = 8000) @Nullable String statement, @Size(max = 8000) @Nullable String title,
            @Size(max = 8000) @Nullable String problem, @Nullable String dimension) {

        String words() {
            var words = new StringBuilder();
            for (var each : new @Nullable String[] { subject, title, verbatim, statement, problem }) {
                words.append(each == null ? "" : each).append('\n');
            }
            return words.toString();
        }

    }

    @PostMapping("/lessons/suggestions")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    public String whileTyping(@ModelAttribute("typed") Typed typed, Model model) {
        model.addAttribute("known", knowledge.about(typed.words(), typed.dimension(), null, MOST));
        return "lesson/parts :: known";
    }

    /**
     * What is known about a complaint that was filed: the lessons it led to, and what
     * fits.
     */
    @GetMapping("/complaints/{id}/knowledge")
    @PreAuthorize("hasAuthority('VIEW')")
    public String known(@PathVariable ComplaintId id, Model model) {
        var it = complaints.require(id);
        model.addAttribute("it", it);
        model.addAttribute("own", book.of(id.id()));
        model.addAttribute("known",
                knowledge.about(it.subject() + "\n" + it.verbatim(), it.dimension(), id.id(), MOST));
        return "lesson/known";
    }

    /** Says without leaving the page that a lesson was of use. */
    @PostMapping("/lessons/{id}/helped/here")
    @PreAuthorize("hasAuthority('VIEW')")
    public String helped(@PathVariable LessonId id, @RequestParam @Nullable UUID record) {
        book.require(id);
        knowledge.count(id, UseKind.HELPED, record);
        return "lesson/parts :: thanks";
    }

}
