/**
 * Scorecards of customers: how they rate us on their own scale, when they are due, what
 * was received and what was disputed.
 */
@NullMarked
@NamedInterface("scorecard")
package io.cesm.satisfaction.measure.scorecard;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
