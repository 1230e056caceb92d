/**
 * Pages of what customers wrote: reading, themes, the dictionary, coding by hand.
 */
@NullMarked
package io.cesm.web.voice;

import org.jspecify.annotations.NullMarked;
