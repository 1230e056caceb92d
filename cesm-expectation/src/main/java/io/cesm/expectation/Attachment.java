package io.cesm.expectation;

import org.jspecify.annotations.Nullable;

/** A file somebody hands in with an expectation. */
public record Attachment(@Nullable String name, byte[] content) {
}
