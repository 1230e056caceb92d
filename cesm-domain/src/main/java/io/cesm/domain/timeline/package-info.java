/**
 * What happened to every record, append-only and hash-chained.
 */
@NullMarked
@NamedInterface("timeline")
package io.cesm.domain.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
