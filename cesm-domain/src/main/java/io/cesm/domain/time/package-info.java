/**
 * Time as a bean, and timers as rows.
 */
@NullMarked
package io.cesm.domain.time;

import org.jspecify.annotations.NullMarked;
