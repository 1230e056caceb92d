/**
 * Lists go out as files: short ones at once, long ones by a job that can be left and
 * found again. What a list holds is said by {@link ExportKind}s.
 */
@NullMarked
@NamedInterface("export")
package io.cesm.domain.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
