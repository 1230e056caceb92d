/**
 * Filters of lists that people have given a name to.
 */
@NullMarked
package io.cesm.web.views;

import org.jspecify.annotations.NullMarked;
