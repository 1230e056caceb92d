/** Pages of measures that others take: agency waves, scorecards of customers, indices. */
@NullMarked
package io.cesm.web.measure;

import org.jspecify.annotations.NullMarked;
