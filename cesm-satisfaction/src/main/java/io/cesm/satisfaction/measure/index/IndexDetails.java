package io.cesm.satisfaction.measure.index;

/** An index as it is now. */
public record IndexDetails(IndexId id, String number, IndexWish about, long version) {
}
