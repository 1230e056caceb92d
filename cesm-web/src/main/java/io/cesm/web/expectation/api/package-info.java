/**
 * Expectations for programs: everything the pages can do.
 */
@NullMarked
package io.cesm.web.expectation.api;

import org.jspecify.annotations.NullMarked;
