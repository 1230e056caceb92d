package io.cesm.governance.lesson;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lesson is common knowledge now.
 *
 * @param records the records it goes back to
 */
public record LessonPublished(LessonId lesson, List<UUID> records, Instant at) {
}
