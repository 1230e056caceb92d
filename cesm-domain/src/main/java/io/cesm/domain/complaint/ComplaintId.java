package io.cesm.domain.complaint;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one complaint for its whole life. */
@Embeddable
public record ComplaintId(UUID id) implements Serializable {

    static ComplaintId at(Instant moment) {
        return new ComplaintId(Uuid7.at(moment.toEpochMilli()));
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static ComplaintId of(String text) {
        try {
            return new ComplaintId(UUID.fromString(text));
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
