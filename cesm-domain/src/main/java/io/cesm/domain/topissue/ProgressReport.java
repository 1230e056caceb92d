package io.cesm.domain.topissue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What customers were told once, and what became of it.
 *
 * @param dueOn when they should have heard, if a rhythm ran
 * @param to to whom, with opening and answer
 */
public record ProgressReport(UUID id, @Nullable LocalDate dueOn, String subject, String words, Instant toldAt,
        @Nullable String toldBy, int lateDays, List<IssueLink> to) {
}
