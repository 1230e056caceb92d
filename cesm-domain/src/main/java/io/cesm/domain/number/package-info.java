/**
 * Readable record numbers.
 */
@NullMarked
@NamedInterface("number")
package io.cesm.domain.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
