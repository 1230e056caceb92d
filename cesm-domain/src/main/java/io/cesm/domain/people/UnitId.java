package io.cesm.domain.people;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one unit of the organisation. */
@Embeddable
public record UnitId(UUID id) implements Serializable {

    public static UnitId next() {
        return new UnitId(Uuid7.next());
    }

    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
