/**
 * What customers told us they count on, and what we agreed to do about it.
 */
@NullMarked
package io.cesm.expectation;

import org.jspecify.annotations.NullMarked;
