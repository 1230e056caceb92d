/**
 * Pages and endpoints about the people who work with CESM: one's own entry, and those of
 * all for administrators.
 */
@NullMarked
package io.cesm.web.people;

import org.jspecify.annotations.NullMarked;
