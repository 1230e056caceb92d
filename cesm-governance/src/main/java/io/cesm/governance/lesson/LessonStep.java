package io.cesm.governance.lesson;

import static io.cesm.governance.lesson.LessonState.DRAFT;
import static io.cesm.governance.lesson.LessonState.PUBLISHED;
import static io.cesm.governance.lesson.LessonState.RETIRED;
import static io.cesm.governance.lesson.LessonState.REVIEWED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.cesm.domain.kernel.Refusal;

/** What can be done with a lesson, and in which states. */
public enum LessonStep {

    REVIEW(DRAFT), RETURN(REVIEWED), PUBLISH(REVIEWED), CONFIRM(PUBLISHED), RETIRE(DRAFT, REVIEWED, PUBLISHED),
    REVIVE(RETIRED);

    private final Set<LessonState> from;

    LessonStep(LessonState first, LessonState... more) {
        this.from = EnumSet.of(first, more);
    }

    /** The step an address names, in small letters. */
    public static Optional<LessonStep> ofPath(String path) {
        for (var each : values()) {
            if (each.path().equals(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAllowed(LessonState state) {
        return from.contains(state);
    }

    void check(LessonState state) {
        if (!isAllowed(state)) {
            throw new Refusal("lesson.wrong_state", state);
        }
    }

}
