/**
 * TOP issues seen from above: the records they are made of, what is a candidate, how they
 * rank, and what their measures show over time.
 */
@NullMarked
@NamedInterface("topissue")
package io.cesm.governance.topissue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
