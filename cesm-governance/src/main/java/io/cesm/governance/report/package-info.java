/**
 * Reports of a time: what changed, whether it is real, and what waits; kept as a pack of
 * a unit and a month, and sent by mail.
 */
@NullMarked
@NamedInterface("report")
package io.cesm.governance.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
