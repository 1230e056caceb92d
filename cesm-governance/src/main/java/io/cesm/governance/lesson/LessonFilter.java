package io.cesm.governance.lesson;

import java.time.LocalDate;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Which lessons are wanted.
 *
 * @param dueBy only published ones somebody has to look at by that day
 */
public record LessonFilter(@Nullable LessonKind kind, @Nullable LessonState state, @Nullable CauseClass cause,
        @Nullable String dimension, @Nullable Flow flow, @Nullable StaffId owner, @Nullable LocalDate dueBy,
        @Nullable String q) {

    public static final LessonFilter ALL = new LessonFilter(null, null, null, null, null, null, null, null);

    public LessonFilter in(LessonState which) {
        return new LessonFilter(kind, which, cause, dimension, flow, owner, dueBy, q);
    }

    public LessonFilter ownedBy(StaffId somebody) {
        return new LessonFilter(kind, state, cause, dimension, flow, somebody, dueBy, q);
    }

    public LessonFilter dueBy(LocalDate day) {
        return new LessonFilter(kind, state, cause, dimension, flow, owner, day, q);
    }

    public LessonFilter saying(@Nullable String words) {
        return new LessonFilter(kind, state, cause, dimension, flow, owner, dueBy, words);
    }

}
