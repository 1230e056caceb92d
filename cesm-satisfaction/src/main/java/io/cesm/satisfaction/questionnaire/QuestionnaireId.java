package io.cesm.satisfaction.questionnaire;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one questionnaire for its whole life. */
@Embeddable
public record QuestionnaireId(UUID id) implements Serializable {

    static QuestionnaireId next() {
        return new QuestionnaireId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static QuestionnaireId of(String text) {
        try {
            return new QuestionnaireId(UUID.fromString(text));
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    @Override
    public String toString() {
        return id.toString();
    }

}
