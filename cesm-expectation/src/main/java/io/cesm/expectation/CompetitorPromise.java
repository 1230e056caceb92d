package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What a competitor promised the same customer in the same matter. */
@Embeddable
public record CompetitorPromise(@Column(name = "competitor") String name,
        @Column(name = "competitor_promise") @Nullable String promise,
        @Column(name = "competitor_level") @Nullable BigDecimal level,
        @Column(name = "competitor_on") @Nullable LocalDate on) {

    /** The promise if a competitor is named, else nothing. */
    public static @Nullable CompetitorPromise orNull(@Nullable String name, @Nullable String promise,
            @Nullable BigDecimal level, @Nullable LocalDate on) {
        var competitor = Texts.optional(name, 120, "competitor");
        if (competitor == null) {
            if (Texts.optional(promise, 400, "competitorPromise") != null || level != null || on != null) {
                throw new FieldRefusal("competitor", "expectation.competitor.name_missing");
            }
            return null;
        }
        return new CompetitorPromise(competitor, Texts.optional(promise, 400, "competitorPromise"),
                Numbers.level(level, "competitorLevel"), on);
    }

}
