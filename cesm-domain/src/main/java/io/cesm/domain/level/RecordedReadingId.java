package io.cesm.domain.level;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one recorded reading. */
@Embeddable
public record RecordedReadingId(UUID id) implements Serializable {

    static RecordedReadingId next() {
        return new RecordedReadingId(Uuid7.next());
    }

    /** Reads an id; text that is none names nothing. */
    public static RecordedReadingId of(String text) {
        try {
            return new RecordedReadingId(UUID.fromString(text));
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
