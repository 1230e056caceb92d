/**
 * Who hears of complaints that are not answered: policies with levels, what they did, and
 * what people said to it.
 *
 * @see io.cesm.governance.escalation.EscalationPolicies
 */
@NullMarked
@NamedInterface("escalation")
package io.cesm.governance.escalation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
