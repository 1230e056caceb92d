package io.cesm.web.level;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelPeriod;
import io.cesm.perception.Finding;
import io.cesm.perception.GapStep;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what a waterfall says into sentences. */
@Component
class LevelWords {

    private final MessageSource messages;

    LevelWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What a waterfall says, one sentence each. */
    List<String> says(Finding finding, Locale locale) {
        var says = new ArrayList<String>();
        switch (finding.verdict()) {
            case NOTHING -> says.add(say(locale, "level.says.nothing"));
            case UNKNOWN -> says.add(say(locale, "level.says.unknown", levels(missingEnds(finding), locale)));
            case SHORT -> says.add(say(locale, "level.says.short", size(finding.total())));
            case MET -> says.add(say(locale, "level.says.met", signed(finding.total())));
            case ABOVE -> says.add(say(locale, "level.says.above", size(finding.total())));
        }
        var worst = finding.worst();
        if (worst != null) {
            says.add(worst(finding, worst, locale));
        }
        else if (finding.verdict() != Finding.Verdict.NOTHING && finding.verdict() != Finding.Verdict.UNKNOWN) {
            says.add(say(locale, "level.says.no_loss"));
        }
        var between = finding.missing().stream().filter(it -> it == Level.C || it == Level.D).toList();
        if (finding.verdict() != Finding.Verdict.NOTHING && !between.isEmpty()) {
            says.add(say(locale, "level.says.missing", levels(between, locale)));
        }
        return says;
    }

    /** The name of a period. */
    String period(LevelPeriod period, Locale locale) {
        return switch (period.kind()) {
            case QUARTER ->
                say(locale, "level.period.quarter", period.code().substring(0, 4), period.code().substring(5));
            case YEAR -> say(locale, "level.period.year", period.code());
            case TWELVE_MONTHS -> say(locale, "level.period.twelve_months");
            case ALL -> say(locale, "level.period.all");
            case RANGE -> say(locale, "level.period.range", period.from(), period.to());
        };
    }

    private String worst(Finding finding, GapStep worst, Locale locale) {
        var process = finding.process();
        if (process != null) {
            return say(locale, "level.says.worst." + process, size(worst.shown()));
        }
        var between = finding.missing()
            .stream()
            .filter(it -> it.compareTo(worst.from()) > 0 && it.compareTo(worst.to()) < 0)
            .toList();
        return say(locale, "level.says.worst.undivided", level(worst.from(), locale), level(worst.to(), locale),
                size(worst.shown()), levels(between, locale));
    }

    private static List<Level> missingEnds(Finding finding) {
        return finding.missing().stream().filter(it -> it == Level.E || it == Level.P).toList();
    }

    private String levels(Collection<Level> levels, Locale locale) {
        return levels.stream().map(it -> level(it, locale)).collect(Collectors.joining(say(locale, "level.says.and")));
    }

    private String level(Level level, Locale locale) {
        return say(locale, "Level." + level);
    }

    private static String size(@Nullable BigDecimal gap) {
        return (gap == null) ? "" : gap.abs().toPlainString();
    }

    private static String signed(@Nullable BigDecimal gap) {
        if (gap == null) {
            return "";
        }
        return (gap.signum() < 0) ? "−" + gap.abs().toPlainString() : "+" + gap.toPlainString();
    }

    private String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

}
