package io.cesm.web.lesson;

import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.people.CurrentActor;
import io.cesm.governance.lesson.LessonBook;
import io.cesm.governance.lesson.LessonDetails;
import io.cesm.governance.lesson.LessonFilter;
import io.cesm.governance.lesson.LessonRow;
import io.cesm.governance.lesson.TrackingLessonChanges;
import io.cesm.web.desk.WorkSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Changes that lessons ask of a person, and lessons they have to look at again. */
@Component
@Order(8)
class LessonWork implements WorkSource {

    private static final int SHOWN = 6;

    private static final int COUNTED = 100;

    private final TrackingLessonChanges changes;

    private final LessonBook book;

    private final CurrentActor current;

    private final MessageSource messages;

    LessonWork(TrackingLessonChanges changes, LessonBook book, CurrentActor current, MessageSource messages) {
        this.changes = changes;
        this.book = book;
        this.current = current;
        this.messages = messages;
    }

    @Override
    public List<Pile> piles(LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List.of();
        }
        var mine = changes.open(me, COUNTED);
        var late = mine.stream().anyMatch(it -> it.dueOn().isBefore(today));
        var filter = LessonFilter.ALL.ownedBy(me).dueBy(today.plusDays(14));
        var review = book.slice(filter, SHOWN, null);
        int count = review.next() == null ? review.items().size() : book.count(filter, COUNTED);
        return List.of(
                new Pile("lesson_changes", mine.size(), "/lessons/changes?owner=me", late,
                        mine.stream().limit(SHOWN).map(this::item).toList()),
                new Pile("lesson_reviews", count, "/lessons?view=review", false,
                        review.items().stream().map(this::item).toList()));
    }

    private Item item(LessonDetails.Action it) {
        return new Item(it.lessonNumber(), it.what(), "/lessons/" + it.lesson() + "#actions",
                String.valueOf(
                        messages.getMessage("LessonActionKind." + it.kind(), null, LocaleContextHolder.getLocale())),
                "/lessons/" + it.lesson(), "LessonActionState." + it.state(), "lesson-DRAFT", it.dueOn(),
                it.ownerName());
    }

    private Item item(LessonRow it) {
        return new Item(it.number(), it.title(LocaleContextHolder.getLocale()), "/lessons/" + it.id(),
                String.valueOf(messages.getMessage("LessonKind." + it.kind(), null, LocaleContextHolder.getLocale())),
                "/lessons/" + it.id(), "LessonState." + it.state(), "lesson-" + it.state(), it.reviewOn(),
                it.ownerName());
    }

}
