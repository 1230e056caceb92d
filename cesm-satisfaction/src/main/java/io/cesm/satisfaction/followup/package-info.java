/**
 * Closing the loop: an answer that calls for it opens a follow-up for whoever looks after
 * the customer, and what came of it is kept with its cause.
 */
@NullMarked
@NamedInterface("followup")
package io.cesm.satisfaction.followup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
