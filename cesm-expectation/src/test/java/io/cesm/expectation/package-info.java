/**
 * Claims about expectations and their life.
 */
@NullMarked
package io.cesm.expectation;

import org.jspecify.annotations.NullMarked;
