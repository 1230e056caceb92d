/**
 * The quality dimensions in which a company speaks of expectation and satisfaction, and
 * its main flows.
 */
@NullMarked
@NamedInterface("dimension")
package io.cesm.domain.dimension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
