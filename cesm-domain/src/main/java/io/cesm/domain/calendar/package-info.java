/**
 * Business time: calendars as versioned data, and the arithmetic of due times on them.
 */
@NullMarked
@NamedInterface("calendar")
package io.cesm.domain.calendar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
