/**
 * What every process of CESM shares.
 */
@NullMarked
@ApplicationModule(displayName = "Domain", allowedDependencies = {})
package io.cesm.domain;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
