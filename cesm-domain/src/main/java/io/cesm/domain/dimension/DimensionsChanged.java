package io.cesm.domain.dimension;

/** A dimension was added, renamed, moved or taken out of use. */
public record DimensionsChanged(String code) {
}
