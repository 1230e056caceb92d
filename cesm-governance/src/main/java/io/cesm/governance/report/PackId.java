package io.cesm.governance.report;

import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;

/** Identifies a report for its whole life. */
public record PackId(UUID id) {

    public static PackId of(String text) {
        try {
            return new PackId(UUID.fromString(text));
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
