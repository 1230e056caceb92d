/**
 * Writing questionnaires: what is asked, in which words, when, and how an answer is
 * judged.
 */
@NullMarked
@NamedInterface("questionnaire")
package io.cesm.satisfaction.questionnaire;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
