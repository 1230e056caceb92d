/**
 * The figures of a survey: shares, scores, indices, gaps, drivers, tests and weights,
 * each with its number of answers, its interval and the name of its method. Nothing here
 * reads or keeps data; the formulas, their sources and their vectors are in
 * {@code docs/formulas.md}.
 *
 * @see io.cesm.satisfaction.figures.Figure
 * @see io.cesm.satisfaction.figures.Histogram
 */
@NullMarked
@NamedInterface("figures")
package io.cesm.satisfaction.figures;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
