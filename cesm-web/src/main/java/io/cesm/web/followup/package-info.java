/**
 * Pages on which customers are asked again because of what they answered, and the rules
 * that say when.
 */
@NullMarked
package io.cesm.web.followup;

import org.jspecify.annotations.NullMarked;
