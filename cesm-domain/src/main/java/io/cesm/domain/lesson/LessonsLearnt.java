package io.cesm.domain.lesson;

import java.util.List;
import java.util.UUID;

/**
 * Says what was learnt from a record. Whoever keeps the lessons implements it, so that a
 * record to the left can ask for a lesson before it is closed.
 */
@FunctionalInterface
public interface LessonsLearnt {

    /** Numbers of the published lessons that go back to a record. */
    List<String> from(UUID record);

    default boolean isThereOneFrom(UUID record) {
        return !from(record).isEmpty();
    }

}
