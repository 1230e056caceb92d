/**
 * Tests of the frame of the pages.
 */
@NullMarked
package io.cesm.web.layout;

import org.jspecify.annotations.NullMarked;
