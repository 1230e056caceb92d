package io.cesm.satisfaction.fielding;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;

/** Identifies one survey for its whole life. */
@Embeddable
public record SurveyId(UUID id) implements Serializable {

    static SurveyId next() {
        return new SurveyId(Uuid7.next());
    }

    /** Reads an id from an address or a form; text that is no id names nothing. */
    public static SurveyId of(String text) {
        try {
            return new SurveyId(UUID.fromString(text));
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
