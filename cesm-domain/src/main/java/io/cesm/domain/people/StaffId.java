package io.cesm.domain.people;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import jakarta.persistence.Embeddable;

/** Identifies one member of staff. */
@Embeddable
public record StaffId(UUID id) implements Serializable {

    public static StaffId next() {
        return new StaffId(Uuid7.next());
    }

    public static StaffId of(String text) {
        return new StaffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
