package io.cesm.governance.lesson;

import java.util.UUID;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the lesson down that somebody is about to change, if they may. */
@Component
class LessonDesk {

    private final LessonBook book;

    private final CurrentActor current;

    LessonDesk(LessonBook book, CurrentActor current) {
        this.book = book;
        this.current = current;
    }

    LessonDetails change(LessonId id, @Nullable Long version) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = book.require(id);
        if (version != null) {
            StaleVersion.check(version, it.version());
        }
        return it;
    }

    @Nullable UUID me() {
        var me = current.actor().staff();
        return me == null ? null : me.id();
    }

    static Subject subject(LessonDetails it) {
        return subject(it.id(), it.number());
    }

    static Subject subject(LessonId id, String number) {
        return new Subject("LESSON", id.id(), number, null);
    }

}
