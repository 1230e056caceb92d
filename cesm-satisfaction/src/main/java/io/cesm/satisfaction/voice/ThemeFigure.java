package io.cesm.satisfaction.voice;

import java.util.List;

import io.cesm.satisfaction.figures.Figure;
import org.jspecify.annotations.Nullable;

/**
 * One theme in figures.
 *
 * @param code of the theme; null for comments that no theme fits
 * @param comments how many are about it
 * @param bad how many of them feel bad, and good
 * @param level how satisfied those who wrote about it were, 0 to 100
 * @param months how many per month, the oldest first
 */
public record ThemeFigure(@Nullable String code, long comments, long bad, long good, Figure level, List<Long> months) {

    /** Share of comments that feel bad, in per cent; null without comments. */
    public @Nullable Long badShare() {
        return comments == 0 ? null : Math.round(100.0 * bad / comments);
    }

    public @Nullable Long goodShare() {
        return comments == 0 ? null : Math.round(100.0 * good / comments);
    }

}
