/**
 * Measures that others take: waves of agencies, answers that come as files, and how their
 * columns become items of a questionnaire.
 * <p>
 * A column about a rival becomes the item {@code <item>_rival@<rival>} with the role
 * COMPETITOR, beside our own {@code <item>}.
 */
@NullMarked
@NamedInterface("measure")
package io.cesm.satisfaction.measure;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
