package io.cesm.expectation;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one offer to take an expectation over. */
@Embeddable
public record HandOverId(UUID id) implements Serializable {

    static HandOverId next() {
        return new HandOverId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static HandOverId of(String text) {
        try {
            return new HandOverId(UUID.fromString(text));
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
