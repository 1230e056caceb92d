package io.cesm.domain.customer;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one customer for its whole life. */
@Embeddable
public record CustomerId(UUID id) implements Serializable {

    static CustomerId next() {
        return new CustomerId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static CustomerId of(String text) {
        try {
            return new CustomerId(UUID.fromString(text));
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
