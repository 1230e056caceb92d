/**
 * What improving costs beside what customers perceive of it.
 */
@NullMarked
@NamedInterface("cost")
package io.cesm.governance.cost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
