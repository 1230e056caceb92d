/**
 * Claims about the pages of the expectation register.
 */
@NullMarked
package io.cesm.web.expectation;

import org.jspecify.annotations.NullMarked;
