/**
 * The ledger of the four levels: what a customer expects, what we committed to, what we
 * delivered and what was perceived, all on one scale from 0 to 100.
 *
 * @see io.cesm.domain.level.LevelLedger
 */
@NullMarked
@NamedInterface("level")
package io.cesm.domain.level;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
