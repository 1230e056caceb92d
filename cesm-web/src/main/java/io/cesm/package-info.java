/**
 * The application: starts the six modules as one program.
 */
@NullMarked
package io.cesm;

import org.jspecify.annotations.NullMarked;
