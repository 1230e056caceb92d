package io.cesm.web.lesson;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import io.cesm.domain.kernel.Round;
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
    public Supplier<List<Pile>> ask(Round round, LocalDate today) {
        var me = current.actor().staff();
        if (me == null) {
            return List::of;
        }
        var mine = round.ask(changes.asking(me, COUNTED));
        var review = round.ask(book.asking(LessonFilter.ALL.ownedBy(me).dueBy(today.plusDays(14)), COUNTED));
        return () -> List.of(
                Pile.of("lesson_changes", mine.get(), "/lessons/changes?owner=me",
                        mine.get().stream().anyMatch(it -> it.dueOn().isBefore(today)), this::change),
                Pile.of("lesson_reviews", review.get(), "/lessons?view=review", false, this::review));
    }

    private Item change(LessonDetails.Action it) {
        return new Item(it.lessonNumber(), it.what(), "/lessons/" + it.lesson() + "#actions",
                String.valueOf(
                        messages.getMessage("LessonActionKind." + it.kind(), null, LocaleContextHolder.getLocale())),
                "/lessons/" + it.lesson(), "LessonActionState." + it.state(), "lesson-DRAFT", it.dueOn(),
                it.ownerName());
    }

    private Item review(LessonRow it) {
        return new Item(it.number(), it.title(LocaleContextHolder.getLocale()), "/lessons/" + it.id(),
                String.valueOf(messages.getMessage("LessonKind." + it.kind(), null, LocaleContextHolder.getLocale())),
                "/lessons/" + it.id(), "LessonState." + it.state(), "lesson-" + it.state(), it.reviewOn(),
                it.ownerName());
    }

}
