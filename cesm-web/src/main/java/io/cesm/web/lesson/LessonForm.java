package io.cesm.web.lesson;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.governance.lesson.LessonContent;
import io.cesm.governance.lesson.LessonDetails;
import io.cesm.governance.lesson.LessonKind;
import io.cesm.web.layout.IdText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in to write a lesson or an article.
 *
 * @param from number of the record it goes back to, when it is written
 * @param note why it was reworded
 */
record LessonForm(@Nullable LessonKind kind, @Size(max = 160) @Nullable String title,
        @Size(max = 160) @Nullable String titleEn, @Size(max = 8000) @Nullable String happened,
        @Size(max = 8000) @Nullable String happenedEn, @Nullable CauseClass cause,
        @Size(max = 4000) @Nullable String rootCause, @Size(max = 4000) @Nullable String rootCauseEn,
        @Size(max = 4000) @Nullable String differently, @Size(max = 4000) @Nullable String differentlyEn,
        @Nullable String dimension, @Nullable Flow flow, @Size(max = 120) @Nullable String product,
        @Size(max = 120) @Nullable String touchPoint, @Size(max = 1000) @Nullable String keywords,
        @Nullable List<Role> audience, @Nullable String owner, @Nullable LocalDate reviewOn,
        @Size(max = 1000) @Nullable String unchangedBecause, @Size(max = 40) @Nullable String from,
        @Size(max = 1000) @Nullable String note, @Nullable Long version) {

    static LessonForm blank(LessonKind kind, @Nullable StaffId me, LocalDate today) {
        return new LessonForm(kind, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                List.of(), me == null ? null : me.toString(), today.plusYears(1), null, null, null, null);
    }

    /** What a complaint already says, so that little has to be typed. */
    static LessonForm after(ComplaintDetails it, @Nullable StaffId me, LocalDate today) {
        return new LessonForm(LessonKind.LESSON, it.subject(), null, it.verbatim(), null, it.cause(), it.rootCause(),
                null, it.remedy(), null, it.dimension(), it.flow(), it.product(), null, null, List.of(),
                me == null ? null : me.toString(), today.plusYears(1), null, it.number(), null, null);
    }

    static LessonForm of(LessonDetails it) {
        var c = it.content();
        return new LessonForm(c.kind(), c.title(), c.titleEn(), c.happened(), c.happenedEn(), c.cause(), c.rootCause(),
                c.rootCauseEn(), c.differently(), c.differentlyEn(), c.dimension(), c.flow(), c.product(),
                c.touchPoint(), String.join(", ", c.keywords()), List.copyOf(c.audience()),
                c.owner() == null ? null : c.owner().toString(), c.reviewOn(), c.unchangedBecause(), null, null,
                it.version());
    }

    LessonContent wish() {
        return new LessonContent(requireNonNullElse(kind, LessonKind.LESSON), title, titleEn, happened, happenedEn,
                cause, rootCause, rootCauseEn, differently, differentlyEn, dimension, flow, product, touchPoint,
                words(), roles(), keeper(), reviewOn, unchangedBecause);
    }

    private @Nullable StaffId keeper() {
        return IdText.read(owner, StaffId::of);
    }

    private List<String> words() {
        return keywords == null ? List.of() : Arrays.asList(keywords.split("[,，、;；\\n]+"));
    }

    private Set<Role> roles() {
        var roles = new LinkedHashSet<Role>();
        if (audience != null) {
            audience.stream().filter(Objects::nonNull).forEach(roles::add);
        }
        return roles;
    }

}
