package io.cesm.satisfaction.measure;

import java.util.List;
import java.util.UUID;

import io.cesm.satisfaction.questionnaire.Definition;

/**
 * A survey whose answers are taken out, and what of them may be.
 *
 * @param customers whether it may be said who answered
 * @param segments what may be said about who answered, by key
 * @param words whether what was written may be read
 */
public record RawSurvey(UUID id, String number, Definition definition, boolean customers, List<String> segments,
        boolean words) {
}
