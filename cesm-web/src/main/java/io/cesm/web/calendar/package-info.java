/**
 * Business calendars: the pages of those who keep them.
 */
@NullMarked
package io.cesm.web.calendar;

import org.jspecify.annotations.NullMarked;
