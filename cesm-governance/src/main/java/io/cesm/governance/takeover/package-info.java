/**
 * Open complaints and TOP issues of another system come in by files and are led here from
 * then on.
 */
@NullMarked
package io.cesm.governance.takeover;

import org.jspecify.annotations.NullMarked;
