package io.cesm.web.lesson;

import java.time.LocalDate;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Actor;
import io.cesm.governance.lesson.LessonFilter;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.governance.lesson.LessonState;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list as they stand in its address.
 *
 * @param view {@code mine}, {@code review} (to be looked at again) or nothing
 */
public record LessonQuery(@Nullable String view, @Nullable LessonKind kind, @Nullable LessonState state,
        @Nullable CauseClass cause, @Nullable String dimension, @Nullable Flow flow, @Nullable String q,
        @Nullable String cursor) {

    public LessonFilter filter(Actor actor, LocalDate today) {
        var dueBy = "review".equals(view) ? today.plusDays(30) : null;
        return new LessonFilter(kind, state, cause, dimension, flow, "mine".equals(view) ? actor.staff() : null, dueBy,
                q);
    }

    /** Whether one of the plain views is open, without filters of its own. */
    public boolean isPlain() {
        return kind == null && cause == null && (dimension == null || dimension.isBlank()) && flow == null
                && (q == null || q.isBlank());
    }

}
