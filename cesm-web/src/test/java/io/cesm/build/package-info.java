/**
 * The gates of the build: what no reviewer has to look for.
 */
@NullMarked
package io.cesm.build;

import org.jspecify.annotations.NullMarked;
