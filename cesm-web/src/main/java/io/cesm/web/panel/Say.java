package io.cesm.web.panel;

import java.util.Locale;

import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.Interval;
import io.cesm.satisfaction.figures.Showing;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/** How figures are written for a reader, and what may be said of them. */
public record Say(MessageSource messages, Locale locale) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public String say(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** The name in the reader's language where there is one. */
    public String name(String name, @Nullable String english) {
        return (chinese() || english == null || english.isBlank()) ? name : english;
    }

    public static String number(@Nullable Double value, int digits) {
        if (value == null || value.isNaN()) {
            return "–";
        }
        var text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return (text.matches("-0(\\.0+)?") ? text.substring(1) : text).replace('-', '−');
    }

    public static String signed(@Nullable Double value, int digits) {
        var text = number(value, digits);
        return (value != null && value > 0 && !text.matches("0(\\.0+)?")) ? "+" + text : text;
    }

    public static String interval(@Nullable Interval interval, int digits) {
        return (interval == null) ? "–" : number(interval.low(), digits) + " – " + number(interval.high(), digits);
    }

    public static String p(@Nullable Comparison comparison) {
        var p = (comparison == null) ? null : (comparison.adjusted() != null) ? comparison.adjusted() : comparison.p();
        return (p == null) ? "" : (p < 0.001) ? "p < 0.001" : "p = " + number(p, 3);
    }

    /** A figure, grey where it rests on few. */
    public static Cell figure(Figure figure, int digits, String unit) {
        return Cell.of(figure.known() ? number(figure.value(), digits) + unit : "–", figure.value()).as(style(figure));
    }

    public static Cell interval(Figure figure, int digits) {
        var interval = figure.interval();
        return Cell.of(interval(interval, digits), interval).as("quiet nowrap");
    }

    /** What may be claimed of a change, with the p it rests on. */
    public Cell claim(@Nullable Comparison comparison) {
        var claim = Claim.of(comparison);
        var text = say("analysis.claim." + claim);
        var p = p(comparison);
        return new Cell((claim == Claim.NONE || p.isEmpty()) ? text : text + " (" + p + ")",
                new Claimed(text, (comparison == null) ? null : comparison.p()), null, "claim claim-" + claim);
    }

    public Cell count(long n, @Nullable String href) {
        return Cell.of(String.valueOf(n), n).to((n > 0) ? href : null);
    }

    public static String style(Figure figure) {
        var showing = figure.showing();
        return (showing == Showing.GREY || showing == Showing.DIRECTIONAL) ? "grey" : "";
    }

    public static String json(Object data) {
        return JSON.writeValueAsString(data).replace("<", "\\u003c");
    }

}
