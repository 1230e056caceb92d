/** Visits to customers for programs. */
@NullMarked
package io.cesm.web.visit.api;

import org.jspecify.annotations.NullMarked;
