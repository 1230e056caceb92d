package io.cesm.satisfaction.followup;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one rule that opens follow-ups. */
@Embeddable
public record RuleId(UUID id) implements Serializable {

    static RuleId next() {
        return new RuleId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static RuleId of(String text) {
        try {
            return new RuleId(UUID.fromString(text));
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
