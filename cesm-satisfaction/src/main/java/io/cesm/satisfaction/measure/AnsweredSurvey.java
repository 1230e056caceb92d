package io.cesm.satisfaction.measure;

import java.util.UUID;

/** A survey that takes answers from a file, as far as storing them needs. */
record AnsweredSurvey(UUID id, UUID version, boolean anonymous) {
}
