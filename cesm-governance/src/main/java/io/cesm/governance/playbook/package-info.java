/**
 * Checklists by cause and grade: given to the complaints they fit, ticked off with
 * evidence, and asked for before certain steps.
 */
@NullMarked
@NamedInterface("playbook")
package io.cesm.governance.playbook;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
