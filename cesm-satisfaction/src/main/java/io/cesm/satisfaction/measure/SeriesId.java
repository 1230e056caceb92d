package io.cesm.satisfaction.measure;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one series of agency waves for its whole life. */
public record SeriesId(UUID id) implements Serializable {

    static SeriesId next() {
        return new SeriesId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static SeriesId of(String text) {
        try {
            return new SeriesId(UUID.fromString(text));
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
