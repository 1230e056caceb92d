/**
 * Reading what came in: every new answer is looked at once, soon after it was stored.
 */
@NullMarked
@NamedInterface("reading")
package io.cesm.satisfaction.reading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
