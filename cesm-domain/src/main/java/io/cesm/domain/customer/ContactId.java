package io.cesm.domain.customer;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one contact for its whole life. */
@Embeddable
public record ContactId(UUID id) implements Serializable {

    static ContactId next() {
        return new ContactId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static ContactId of(String text) {
        try {
            return new ContactId(UUID.fromString(text));
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
