/**
 * How fast complaints have to be answered and solved.
 */
@NullMarked
@NamedInterface("policy")
package io.cesm.governance.policy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
