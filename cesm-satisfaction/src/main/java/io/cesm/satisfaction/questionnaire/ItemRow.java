package io.cesm.satisfaction.questionnaire;

import org.jspecify.annotations.Nullable;

/** One line of a matrix, an item of its own. */
public record ItemRow(String id, Words text, @Nullable String dimension, @Nullable ItemRole role) {
}
