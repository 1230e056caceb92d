/**
 * What surveys say: answers rolled up into counts, figures worked out from them, and how
 * much of a figure may be shown to whom.
 *
 * @see io.cesm.satisfaction.analysis.RollingUp
 * @see io.cesm.satisfaction.analysis.ReadingFigures
 */
@NullMarked
@NamedInterface("analysis")
package io.cesm.satisfaction.analysis;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
