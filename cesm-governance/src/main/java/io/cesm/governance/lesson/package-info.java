/**
 * What was learnt and what everybody should know: written, reviewed, published, offered
 * where it is needed, and followed up until standards, checklists and trainings changed.
 */
@NullMarked
@NamedInterface("lesson")
package io.cesm.governance.lesson;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
