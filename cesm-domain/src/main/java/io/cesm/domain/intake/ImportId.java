package io.cesm.domain.intake;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;

/** Identifies an import from its upload to its result. */
public record ImportId(UUID id) implements Serializable {

    static ImportId next() {
        return new ImportId(Uuid7.next());
    }

    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
