/**
 * What customers complain about, praise, suggest and ask: its life from their words to
 * their consent, its grade, its clocks, and who holds it.
 */
@NullMarked
@NamedInterface("complaint")
package io.cesm.domain.complaint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
