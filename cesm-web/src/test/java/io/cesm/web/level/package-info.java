/**
 * Tests of the pages and the API of the four levels.
 */
@NullMarked
package io.cesm.web.level;

import org.jspecify.annotations.NullMarked;
