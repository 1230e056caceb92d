/**
 * The analysis of complaints: clocks kept, ages, hand-overs, and the calendar of what is
 * due.
 */
@NullMarked
package io.cesm.web.attainment;

import org.jspecify.annotations.NullMarked;
