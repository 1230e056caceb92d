package io.cesm.web.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Interval;
import io.cesm.satisfaction.figures.Showing;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/** How figures are written for a reader. */
record Telling(MessageSource messages, Locale locale, PartNames parts, List<String> languages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String say(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** A text of the questionnaire in the reader's language, or one that was written. */
    String words(Map<String, String> by) {
        var own = by.get(chinese() ? "zh" : "en");
        var text = (own != null) ? own
                : languages.stream().map(by::get).filter(it -> it != null).findFirst().orElse("");
        return text.replaceAll("\\{\\{[^}]*}}", "…");
    }

    /** A short text for axes. */
    String brief(Map<String, String> by) {
        var text = words(by).replaceAll("[。.]$", "");
        int most = chinese() ? 26 : 48;
        return (text.length() <= most) ? text : text.substring(0, most - 1) + "…";
    }

    static String number(@Nullable Double value, int digits) {
        if (value == null || value.isNaN()) {
            return "–";
        }
        var text = String.format(Locale.ROOT, "%." + digits + "f", value);
        if (text.matches("-0(\\.0+)?")) {
            text = text.substring(1);
        }
        return text.replace('-', '−');
    }

    static String signed(@Nullable Double value, int digits) {
        var text = number(value, digits);
        return (value != null && value > 0 && !text.matches("0(\\.0+)?")) ? "+" + text : text;
    }

    /** Digits after the point that a figure of this method is read with. */
    static int digits(FigureMethod method) {
        return switch (method) {
            case MEAN_T, CES_MEAN, GAP_PAIRED_T, GAP_LINEARISED, WELCH_T, PAIRED_T, KANO_COEFFICIENT, RATIO_LOG -> 2;
            case SHAPLEY, RELATIVE_WEIGHTS, CRONBACH_ALPHA -> 3;
            default -> 1;
        };
    }

    static String unit(FigureMethod method) {
        return switch (method) {
            case TOP_BOX_WILSON, SHARE_WILSON, CES_EASY, FIELD_RATE, REVENUE_COVERAGE -> "%";
            default -> "";
        };
    }

    String value(Told told) {
        return switch (told.showing()) {
            case HIDDEN -> say("analysis.hidden");
            case EMPTY -> "–";
            default -> number(told.value(), digits(told.method())) + unit(told.method());
        };
    }

    String interval(@Nullable Interval interval, int digits) {
        return (interval == null) ? "–" : number(interval.low(), digits) + " – " + number(interval.high(), digits);
    }

    Cell cell(Told told) {
        return new Cell(value(told), told.value(), null, "num " + style(told.showing()));
    }

    Cell intervalCell(Told told) {
        return new Cell(told.known() ? interval(told.interval(), digits(told.method())) : "–", told.interval(), null,
                "num quiet nowrap");
    }

    /** How many answered; leads to their answers. */
    Cell n(Told told, @Nullable String href) {
        var n = told.n();
        if (n == null) {
            return new Cell(say("analysis.below5"), null, null, "num quiet");
        }
        var few = switch (told.showing()) {
            case DIRECTIONAL -> " " + say("analysis.directional");
            case GREY -> " " + say("analysis.few");
            default -> "";
        };
        return new Cell(n + few, n, (n > 0) ? href : null, few.isEmpty() ? "num" : "num few");
    }

    static String style(Showing showing) {
        return switch (showing) {
            case HIDDEN -> "hatched-cell quiet";
            case DIRECTIONAL, GREY -> "grey";
            default -> "";
        };
    }

    Cell change(@Nullable Comparison change, int digits) {
        if (change == null || change.difference() == null) {
            return new Cell("–", null, null, "num quiet");
        }
        return new Cell(signed(change.difference(), digits), change.difference(), null, "num");
    }

    /** What may be claimed, with the p it rests on. */
    Cell claim(Claim claim, @Nullable Comparison change) {
        var p = (change == null) ? null : (change.adjusted() != null) ? change.adjusted() : change.p();
        var text = say("analysis.claim." + claim);
        return new Cell((p == null || claim == Claim.NONE) ? text : text + " (" + p(p) + ")", new Claimed(text, p),
                null, "claim claim-" + claim);
    }

    String p(@Nullable Double p) {
        if (p == null) {
            return "";
        }
        return (p < 0.001) ? "p < 0.001" : "p = " + number(p, 3);
    }

    String method(FigureMethod method) {
        return say(method.messageKey());
    }

    String json(Object data) {
        return JSON.writeValueAsString(data).replace("<", "\\u003c");
    }

}
