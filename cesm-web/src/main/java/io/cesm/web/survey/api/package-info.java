/**
 * Questionnaires for programs.
 */
@NullMarked
package io.cesm.web.survey.api;

import org.jspecify.annotations.NullMarked;
