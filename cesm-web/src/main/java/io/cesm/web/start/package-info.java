/**
 * What the console says once CESM is ready.
 */
@NullMarked
package io.cesm.web.start;

import org.jspecify.annotations.NullMarked;
