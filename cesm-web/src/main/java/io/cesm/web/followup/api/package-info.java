/**
 * Follow-ups, their rules and causes for programs.
 */
@NullMarked
package io.cesm.web.followup.api;

import org.jspecify.annotations.NullMarked;
