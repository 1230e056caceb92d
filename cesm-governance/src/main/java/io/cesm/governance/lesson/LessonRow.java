package io.cesm.governance.lesson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.dimension.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of lessons.
 *
 * @param openActions changes it asks for that are not yet made
 */
public record LessonRow(LessonId id, String number, LessonKind kind, LessonState state, @Nullable String title,
        @Nullable String titleEn, @Nullable CauseClass cause, @Nullable String dimension, @Nullable Flow flow,
        @Nullable String product, UUID owner, String ownerName, LocalDate reviewOn, int openActions, long offered,
        long opened, long helped, Instant writtenAt, long version) {

    public String title(Locale locale) {
        var first = locale.getLanguage().equals("zh") ? title : titleEn;
        return first != null ? first : String.valueOf(title != null ? title : titleEn);
    }

}
