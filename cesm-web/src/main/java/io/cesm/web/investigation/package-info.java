/**
 * Pages of the investigation of a complaint in eight disciplines, its report for the
 * customer, and its API.
 */
@NullMarked
package io.cesm.web.investigation;

import org.jspecify.annotations.NullMarked;
