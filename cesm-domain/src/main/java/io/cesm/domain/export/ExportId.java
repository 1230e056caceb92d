package io.cesm.domain.export;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;

/** Identifies an export from the wish to the file. */
public record ExportId(UUID id) implements Serializable {

    static ExportId next() {
        return new ExportId(Uuid7.next());
    }

    public static ExportId of(String text) {
        return new ExportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
