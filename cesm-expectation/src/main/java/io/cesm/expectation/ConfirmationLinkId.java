package io.cesm.expectation;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one link with which a customer confirms. */
@Embeddable
public record ConfirmationLinkId(UUID id) implements Serializable {

    static ConfirmationLinkId next() {
        return new ConfirmationLinkId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static ConfirmationLinkId of(String text) {
        try {
            return new ConfirmationLinkId(UUID.fromString(text));
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
