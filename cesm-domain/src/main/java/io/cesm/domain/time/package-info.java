/**
 * Time as a bean, and timers as rows.
 */
@NullMarked
@NamedInterface("time")
package io.cesm.domain.time;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
