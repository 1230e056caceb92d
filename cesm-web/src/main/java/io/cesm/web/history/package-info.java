/**
 * What cases of other systems would have come to with today's policies.
 */
@NullMarked
package io.cesm.web.history;

import org.jspecify.annotations.NullMarked;
