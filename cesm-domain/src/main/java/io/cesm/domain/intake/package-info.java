/**
 * Files of records come in: judged, mapped, tried without effect, then taken in by a job
 * that can be left and found again. What a row means is said by {@link ImportKind}s.
 */
@NullMarked
@NamedInterface("intake")
package io.cesm.domain.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
