/**
 * Visits to a customer's site about a complaint: dispatched, done with parts, photos and
 * a signature, and how often the first one was enough.
 */
@NullMarked
@NamedInterface("workorder")
package io.cesm.governance.workorder;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
