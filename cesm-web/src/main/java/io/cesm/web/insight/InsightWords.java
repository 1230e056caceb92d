package io.cesm.web.insight;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.cesm.governance.Share;
import io.cesm.perception.Finding;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One sentence under each chart. */
@Component
class InsightWords {

    private final MessageSource messages;

    InsightWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentences by chart. */
    Map<String, String> says(Insights.Picture picture, Locale locale) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("ageing", ageing(picture, locale));
        says.put("coverage", coverage(picture, locale));
        says.put("unfulfilled", unfulfilled(picture, locale));
        says.put("fulfilment", fulfilment(picture, locale));
        says.put("gap", gap(picture, locale));
        return says;
    }

    private String ageing(Insights.Picture picture, Locale locale) {
        var total = picture.ageing().total();
        return (total.n() == 0) ? say(locale, "insight.says.ageing.none")
                : say(locale, "insight.says.ageing", total.n(), total.p50(), total.p90());
    }

    private String coverage(Insights.Picture picture, Locale locale) {
        var total = picture.coverage().total();
        if (total.customers().n() == 0) {
            return say(locale, "insight.says.coverage.none");
        }
        var sentence = say(locale, "insight.says.coverage", percent(total.customers()), interval(total.customers()),
                total.customers().n());
        return (total.deciders().n() == 0) ? sentence : sentence + say(locale, "insight.says.coverage.deciders",
                percent(total.deciders()), interval(total.deciders()), total.deciders().n());
    }

    private String unfulfilled(Insights.Picture picture, Locale locale) {
        return picture.unfulfilled()
            .worst()
            .map(it -> say(locale, "insight.says.unfulfilled", picture.unfulfilled().total().either(),
                    picture.unfulfilled().total().open(),
                    say(locale, "insight.flow." + ((it.flow() != null) ? it.flow().name() : "none")), it.either()))
            .orElseGet(() -> say(locale, "insight.says.unfulfilled.none"));
    }

    private String fulfilment(Insights.Picture picture, Locale locale) {
        var share = picture.fulfilment().total().onTime();
        return (share.n() == 0) ? say(locale, "insight.says.fulfilment.none")
                : say(locale, "insight.says.fulfilment", share.n(), percent(share), interval(share));
    }

    private String gap(Insights.Picture picture, Locale locale) {
        var index = picture.gapIndex();
        var overall = index.overall();
        if (overall == null) {
            return say(locale, "insight.says.gap.none");
        }
        return say(locale, "insight.says.gap", index.customers().size(), index.count(Finding.Verdict.SHORT),
                index.count(Finding.Verdict.ABOVE), overall.toPlainString().replace('-', '−'), index.n());
    }

    private static String percent(Share share) {
        var percent = share.percent();
        return (percent == null) ? "–" : percent.toPlainString() + "%";
    }

    private static String interval(Share share) {
        return "%.1f–%.1f%%".formatted(share.low(), share.high());
    }

    private String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

}
