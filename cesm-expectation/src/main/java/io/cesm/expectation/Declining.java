package io.cesm.expectation;

import io.cesm.domain.kernel.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Our no: the reason, and what we offer instead. */
@Embeddable
public record Declining(@Column(name = "declined_because") String because, String alternative) {

    Declining judged() {
        return new Declining(Texts.required(because, 1000, "because"),
                Texts.required(alternative, 1000, "alternative"));
    }

}
