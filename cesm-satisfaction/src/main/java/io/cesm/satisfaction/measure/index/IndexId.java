package io.cesm.satisfaction.measure.index;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one published index for its whole life. */
public record IndexId(UUID id) implements Serializable {

    static IndexId next() {
        return new IndexId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static IndexId of(String text) {
        try {
            return new IndexId(UUID.fromString(text));
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
