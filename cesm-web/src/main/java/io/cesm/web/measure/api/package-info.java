/** Measures that others take, for programs. */
@NullMarked
package io.cesm.web.measure.api;

import org.jspecify.annotations.NullMarked;
