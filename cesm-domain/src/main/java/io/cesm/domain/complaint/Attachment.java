package io.cesm.domain.complaint;

import org.jspecify.annotations.Nullable;

/** A file somebody hands in with a complaint. */
public record Attachment(@Nullable String name, byte[] content) {
}
