package io.cesm.domain.topissue;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one TOP issue for its whole life. */
@Embeddable
public record TopIssueId(UUID id) implements Serializable {

    static TopIssueId at(Instant moment) {
        return new TopIssueId(Uuid7.at(moment.toEpochMilli()));
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static TopIssueId of(String text) {
        try {
            return new TopIssueId(UUID.fromString(text));
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
