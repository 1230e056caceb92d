/**
 * Small things every module speaks: identifiers, refusals, keyset slices, folded text.
 */
@NullMarked
@NamedInterface("kernel")
package io.cesm.domain.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
