/**
 * Surveys for programs.
 */
@NullMarked
package io.cesm.web.fielding.api;

import org.jspecify.annotations.NullMarked;
