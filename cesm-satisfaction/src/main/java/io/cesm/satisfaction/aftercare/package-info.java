/**
 * Asking after a complaint has closed: how it was handled and what came of it, by the
 * complainant alone.
 */
@NullMarked
@NamedInterface("aftercare")
package io.cesm.satisfaction.aftercare;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
