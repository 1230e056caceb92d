/**
 * Refuses parameters that no page or endpoint asked for.
 */
@NullMarked
package io.cesm.web.strict;

import org.jspecify.annotations.NullMarked;
