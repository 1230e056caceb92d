package io.cesm.web.voice;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.voice.VoiceFilter;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the voices as they stand in their address.
 *
 * @param feel {@code bad}, {@code good} or {@code neither}
 */
public record VoiceQuery(@Nullable String q, @Nullable String theme, @Nullable Feel feel, @Nullable String tier,
        @Nullable String flow, @Nullable String language, @Nullable Integer levelFrom, @Nullable Integer levelTo,
        @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String survey, @Nullable String customer,
        @Nullable String cursor) {

    /** How a comment feels. */
    public enum Feel {

        BAD(-1), NEITHER(0), GOOD(1);

        private final int sign;

        Feel(int sign) {
            this.sign = sign;
        }

        public static Feel of(int sign) {
            return sign < 0 ? BAD : sign > 0 ? GOOD : NEITHER;
        }

    }

    /** What is asked for. */
    public VoiceFilter filter() {
        return new VoiceFilter(id(survey, UUID::fromString), id(customer, CustomerId::of), given(theme),
                feel == null ? null : feel.sign, given(tier), given(flow), given(language), levelFrom, levelTo, from,
                to, q);
    }

    /** Whether anything but words and page is chosen. */
    public boolean isAny() {
        return given(q) != null || given(theme) != null || feel != null || given(tier) != null || given(flow) != null
                || given(language) != null || levelFrom != null || levelTo != null || from != null || to != null
                || given(customer) != null;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static <T> @Nullable T id(@Nullable String text, Function<String, T> read) {
        try {
            return text == null || text.isBlank() ? null : read.apply(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

}
