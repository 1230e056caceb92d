/**
 * Looking into a complaint in eight disciplines, why it happened and why nobody noticed,
 * and what the customer reads of it.
 */
@NullMarked
@NamedInterface("investigation")
package io.cesm.governance.investigation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
