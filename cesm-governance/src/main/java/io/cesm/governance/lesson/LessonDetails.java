package io.cesm.governance.lesson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as its page and the API show it.
 *
 * @param hiddenLinks how many records it goes back to that the reader does not see
 */
public record LessonDetails(LessonId id, String number, LessonState state, LessonContent content,
        @Nullable String dimensionName, @Nullable String dimensionNameEn, String ownerName, int contentVersion,
        Instant writtenAt, @Nullable StaffId writtenBy, @Nullable String writerName, @Nullable StaffId changedBy,
        @Nullable Instant reviewedAt, @Nullable String reviewerName, @Nullable Instant publishedAt,
        @Nullable String publisherName, @Nullable Instant retiredAt, @Nullable String retiredBecause, Uses uses,
        List<Link> links, int hiddenLinks, List<Action> actions, long version) {

    /** How often it was of use. */
    public record Uses(long offered, long opened, long helped) {
    }

    /** A record it goes back to. */
    public record Link(LessonLinkKind kind, UUID record, String number) {
    }

    /** A change it asks for. */
    public record Action(UUID id, LessonId lesson, String lessonNumber, ActionKind kind, String what, StaffId owner,
            String ownerName, LocalDate dueOn, ActionState state, @Nullable String outcome, @Nullable Instant endedAt,
            @Nullable String enderName) {

        public boolean isOpen() {
            return state == ActionState.OPEN;
        }

    }

    /** Whether the change was made. */
    public enum ActionState {

        OPEN, DONE, DROPPED

    }

    /**
     * A wording it had.
     *
     * @param changes by field, before and after
     */
    public record Version(int no, Instant at, @Nullable String name, @Nullable String note,
            Map<String, Changed> changes) {
    }

    /** What a field said before and after. */
    public record Changed(@Nullable String before, @Nullable String after) {
    }

}
