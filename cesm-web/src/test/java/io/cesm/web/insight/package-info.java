/**
 * Tests of the analysis pages.
 */
@NullMarked
package io.cesm.web.insight;

import org.jspecify.annotations.NullMarked;
