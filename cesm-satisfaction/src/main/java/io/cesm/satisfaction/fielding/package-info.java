/**
 * Asking: surveys in the field, whom they ask, by which way, and what became of
 * everybody.
 */
@NullMarked
@NamedInterface("fielding")
package io.cesm.satisfaction.fielding;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
