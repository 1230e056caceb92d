/**
 * Syndicated indices: what a publisher says of us and our rivals, and where we rank.
 */
@NullMarked
@NamedInterface("index")
package io.cesm.satisfaction.measure.index;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
