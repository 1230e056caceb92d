/**
 * Measuring what customers felt: readings of expectation and perception taken in from
 * surveys.
 */
@NullMarked
@ApplicationModule(displayName = "Satisfaction", allowedDependencies = { "domain :: *" })
package io.cesm.satisfaction;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
