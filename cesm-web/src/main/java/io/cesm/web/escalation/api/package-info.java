/**
 * Escalation for programs.
 */
@NullMarked
package io.cesm.web.escalation.api;

import org.jspecify.annotations.NullMarked;
