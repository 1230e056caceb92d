/**
 * Watching over the processes: ageing, coverage and unfulfilled expectations.
 */
@NullMarked
@ApplicationModule(displayName = "Governance", allowedDependencies = { "domain :: *", "expectation", "perception",
        "perception :: visit", "satisfaction", "satisfaction :: *" })
package io.cesm.governance;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
