package io.cesm.domain.files;

import java.io.Serializable;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;

/** Identifies a stored file; says nothing about its name or place. */
public record FileId(UUID id) implements Serializable {

    static FileId next() {
        return new FileId(Uuid7.next());
    }

    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
