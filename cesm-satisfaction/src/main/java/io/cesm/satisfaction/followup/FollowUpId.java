package io.cesm.satisfaction.followup;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one follow-up. */
@Embeddable
public record FollowUpId(UUID id) implements Serializable {

    static FollowUpId next() {
        return new FollowUpId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static FollowUpId of(String text) {
        try {
            return new FollowUpId(UUID.fromString(text));
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
