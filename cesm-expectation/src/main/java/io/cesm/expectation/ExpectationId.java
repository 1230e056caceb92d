package io.cesm.expectation;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one expectation for its whole life. */
@Embeddable
public record ExpectationId(UUID id) implements Serializable {

    static ExpectationId at(Instant moment) {
        return new ExpectationId(Uuid7.at(moment.toEpochMilli()));
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static ExpectationId of(String text) {
        try {
            return new ExpectationId(UUID.fromString(text));
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
