/**
 * Watching over the processes: ageing, coverage and unfulfilled expectations.
 */
@NullMarked
package io.cesm.governance;

import org.jspecify.annotations.NullMarked;
