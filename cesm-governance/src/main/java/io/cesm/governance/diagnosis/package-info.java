/**
 * The diagnosis by seven gaps: which of them let customers down, in which flow it showed,
 * and which flow has to close it.
 */
@NullMarked
@NamedInterface("diagnosis")
package io.cesm.governance.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
