/**
 * How what we did is noticed: the decomposition of the satisfaction gap over the level
 * ledger.
 */
@NullMarked
package io.cesm.perception;

import org.jspecify.annotations.NullMarked;
