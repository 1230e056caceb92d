/**
 * Due dates in one's own calendar: a personal address that calendar programs subscribe
 * to.
 */
@NullMarked
package io.cesm.web.feed;

import org.jspecify.annotations.NullMarked;
