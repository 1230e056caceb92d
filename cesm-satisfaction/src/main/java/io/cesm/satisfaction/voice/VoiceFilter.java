package io.cesm.satisfaction.voice;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Which comments somebody wants to read. Nothing named means all.
 *
 * @param theme code of a theme, or {@link #NO_THEME}
 * @param sentiment −1, 0 or 1
 * @param levelTo respondents who were at most that satisfied, 0 to 100
 */
public record VoiceFilter(@Nullable UUID survey, @Nullable CustomerId customer, @Nullable String theme,
        @Nullable Integer sentiment, @Nullable String tier, @Nullable String flow, @Nullable String language,
        @Nullable Integer levelFrom, @Nullable Integer levelTo, @Nullable LocalDate from, @Nullable LocalDate to,
        @Nullable String text) {

    /** What no theme of the dictionary fits. */
    public static final String NO_THEME = "none";

    /** Everything. */
    public static final VoiceFilter ALL = new VoiceFilter(null, null, null, null, null, null, null, null, null, null,
            null, null);

    public VoiceFilter in(@Nullable UUID one) {
        return new VoiceFilter(one, customer, theme, sentiment, tier, flow, language, levelFrom, levelTo, from, to,
                text);
    }

}
