/**
 * The API of business calendars.
 */
@NullMarked
package io.cesm.web.calendar.api;

import org.jspecify.annotations.NullMarked;
