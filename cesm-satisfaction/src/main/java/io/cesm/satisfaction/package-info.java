/**
 * Measuring what customers felt: readings of expectation and perception taken in from
 * surveys.
 */
@NullMarked
package io.cesm.satisfaction;

import org.jspecify.annotations.NullMarked;
