/**
 * The pages of escalation: policies as sentences, teams on duty, and what people say to
 * what was escalated.
 */
@NullMarked
package io.cesm.web.escalation;

import org.jspecify.annotations.NullMarked;
