package io.cesm.satisfaction.measure.scorecard;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one scorecard for its whole life. */
public record ScorecardId(UUID id) implements Serializable {

    static ScorecardId next() {
        return new ScorecardId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static ScorecardId of(String text) {
        try {
            return new ScorecardId(UUID.fromString(text));
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
