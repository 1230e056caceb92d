package io.cesm.expectation;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one conflict between two expectations. */
@Embeddable
public record ConflictId(UUID id) implements Serializable {

    static ConflictId next() {
        return new ConflictId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static ConflictId of(String text) {
        try {
            return new ConflictId(UUID.fromString(text));
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
