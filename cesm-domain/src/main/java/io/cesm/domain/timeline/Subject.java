package io.cesm.domain.timeline;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The record that something happened to.
 *
 * @param type kind of record, such as EXPECTATION
 * @param name what people call it: its number or name
 * @param customer the customer it belongs to, if any
 */
public record Subject(String type, UUID id, @Nullable String name, @Nullable UUID customer) {
}
