/**
 * Analysis of expectation management: ageing, coverage, what is not fulfilled, kept
 * commitments and the gap index, each with its table and its way to the records.
 */
@NullMarked
package io.cesm.web.insight;

import org.jspecify.annotations.NullMarked;
