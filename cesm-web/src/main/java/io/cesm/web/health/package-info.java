/**
 * Whether the installation is well, told to its administrator in sentences.
 */
@NullMarked
package io.cesm.web.health;

import org.jspecify.annotations.NullMarked;
