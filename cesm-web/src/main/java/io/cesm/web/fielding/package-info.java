/**
 * Pages of surveys in the field: planned, opened, whom they ask, by which way.
 */
@NullMarked
package io.cesm.web.fielding;

import org.jspecify.annotations.NullMarked;
