/**
 * A part of a page of figures, wherever it comes from: cards, a chart, its table and the
 * sentences about it; the same part as a file.
 */
@NullMarked
package io.cesm.web.panel;

import org.jspecify.annotations.NullMarked;
