/**
 * What customers told us they count on, and what we agreed to do about it.
 */
@NullMarked
@ApplicationModule(displayName = "Expectation", allowedDependencies = { "domain :: *" })
package io.cesm.expectation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
