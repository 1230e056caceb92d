/**
 * The only module that knows HTTP: pages, the REST API, security and how the program
 * starts.
 */
@NullMarked
@ApplicationModule(displayName = "Web", type = ApplicationModule.Type.OPEN)
package io.cesm.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
