package io.cesm.expectation;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one requirement handed to product development. */
@Embeddable
public record RequirementId(UUID id) implements Serializable {

    static RequirementId next() {
        return new RequirementId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static RequirementId of(String text) {
        try {
            return new RequirementId(UUID.fromString(text));
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
