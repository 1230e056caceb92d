package io.cesm.governance.lesson;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one lesson or article for its whole life. */
public record LessonId(UUID id) {

    static LessonId at(Instant moment) {
        return new LessonId(Uuid7.at(moment.toEpochMilli()));
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static LessonId of(String text) {
        try {
            return new LessonId(UUID.fromString(text));
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
