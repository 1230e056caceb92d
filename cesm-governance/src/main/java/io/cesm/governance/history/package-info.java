/**
 * Cases other systems handled: taken in with every change of state and replayed through
 * today's clocks, apart from living complaints.
 */
@NullMarked
@NamedInterface("history")
package io.cesm.governance.history;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
