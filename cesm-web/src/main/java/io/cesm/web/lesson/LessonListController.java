package io.cesm.web.lesson;

import java.time.Clock;
import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.web.layout.Counted;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of lessons and articles, and the changes they ask for. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class LessonListController {

    private static final int PAGE = 25;

    private static final int CHANGES = 200;

    private static final int COUNT_UP_TO = 1000;

    private final LessonBook book;

    private final TrackingLessonChanges changes;

    private final LessonChoices choices;

    private final CurrentActor current;

    private final Clock clock;

    LessonListController(LessonBook book, TrackingLessonChanges changes, LessonChoices choices, CurrentActor current,
            Clock clock) {
        this.book = book;
        this.changes = changes;
        this.choices = choices;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/lessons")
    public String list(@ModelAttribute("query") LessonQuery query, Model model, Locale locale) {
        var filter = query.filter(current.actor(), CompanyTime.today(clock));
        model.addAttribute("slice", book.slice(filter, PAGE, query.cursor()));
        model.addAttribute("count", new Counted(book.count(filter, COUNT_UP_TO), COUNT_UP_TO));
        choices.addVocabulary(model, locale);
        return "lesson/list";
    }

    /** Standards, checklists and trainings that are still to be changed. */
    @GetMapping("/lessons/changes")
    public String changes(@RequestParam @Nullable String owner, Model model) {
        var mine = "me".equals(owner);
        model.addAttribute("mine", mine);
        model.addAttribute("changes", changes.open(mine ? current.actor().staff() : null, CHANGES));
        return "lesson/changes";
    }

}
