package io.cesm.domain.files;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file without its content.
 *
 * @param name a label for people, never a path
 * @param mediaType what its content was found to be
 * @param subjectType kind of record it belongs to, if any
 */
public record StoredFile(FileId id, String name, String mediaType, long size, @Nullable String subjectType,
        @Nullable UUID subjectId, @Nullable UUID storedBy, Instant storedAt) {

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    public boolean isAudio() {
        return mediaType.startsWith("audio/");
    }

}
