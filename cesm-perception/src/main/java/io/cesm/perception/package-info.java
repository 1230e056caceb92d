/**
 * How what we did is noticed: the decomposition of the satisfaction gap over the level
 * ledger.
 */
@NullMarked
@ApplicationModule(displayName = "Perception", allowedDependencies = { "domain :: *" })
package io.cesm.perception;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
