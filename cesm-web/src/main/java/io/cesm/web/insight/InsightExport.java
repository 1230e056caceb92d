package io.cesm.web.insight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.expectation.ExpectationFigures.UnfulfilledCount;
import io.cesm.expectation.ExpectationState;
import io.cesm.governance.AgeBand;
import io.cesm.governance.Ageing;
import io.cesm.governance.Coverage;
import io.cesm.governance.Fulfilment;
import io.cesm.governance.GapIndex;
import io.cesm.governance.Share;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Each table of the analysis as a file, with the filters of the page. */
@Controller
@PreAuthorize("hasAuthority('EXPORT')")
class InsightExport {

    private static final Set<String> TABLES = Set.of("ageing", "coverage", "unfulfilled", "fulfilment", "gap");

    private final Insights insights;

    private final RequestingExports requesting;

    private final MessageSource messages;

    InsightExport(Insights insights, RequestingExports requesting, MessageSource messages) {
        this.insights = insights;
        this.requesting = requesting;
        this.messages = messages;
    }

    @GetMapping("/insights/expectations/{table}.{kind:csv|xlsx}")
    public void export(@PathVariable String table, @PathVariable String kind,
            @ModelAttribute("query") InsightQuery query, Locale locale, HttpServletResponse response)
            throws IOException {
        var form = TableKind.valueOf(kind.toUpperCase(Locale.ROOT));
        var picture = insights.of(query.filter());
        if (!TABLES.contains(table)) {
            throw new UnknownThing();
        }
        requesting.note("insight-" + table, form, query.toString());
        var sheet = new Sheet(form, response, locale);
        switch (table) {
            case "ageing" -> sheet.write(table, ageing(locale), picture.ageing().rows().stream());
            case "coverage" -> sheet.write(table, coverage(locale), picture.coverage().rows().stream());
            case "unfulfilled" -> sheet.write(table, unfulfilled(locale), picture.unfulfilled().flows().stream());
            case "fulfilment" -> sheet.write(table, fulfilment(locale), picture.fulfilment().rows().stream());
            default -> sheet.write(table, gap(locale), picture.gapIndex().customers().stream());
        }
    }

    private record Sheet(TableKind form, HttpServletResponse response, Locale locale) {

        <T> void write(String name, List<Column<T>> columns, Stream<T> rows) throws IOException {
            response.setContentType(form.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + form.extension() + "\"");
            Tables.write(form, response.getOutputStream(), name, columns, rows);
        }

    }

    private List<Column<Ageing.Row>> ageing(Locale locale) {
        var columns = new ArrayList<Column<Ageing.Row>>();
        columns.add(column("insight.column.tier", locale, it -> tier(it.tier(), it.total(), locale)));
        for (var state : ExpectationState.values()) {
            if (state.isOpen()) {
                for (var band : AgeBand.values()) {
                    columns.add(new Column<>(say("State." + state, locale) + " " + say("AgeBand." + band, locale),
                            it -> it.count(state, band)));
                }
            }
        }
        columns.add(column("insight.column.open", locale, Ageing.Row::n));
        columns.add(new Column<>("P50", Ageing.Row::p50));
        columns.add(new Column<>("P90", Ageing.Row::p90));
        return columns;
    }

    private List<Column<Coverage.Row>> coverage(Locale locale) {
        var columns = new ArrayList<Column<Coverage.Row>>();
        columns.add(column("insight.column.tier", locale, it -> tier(it.tier(), it.total(), locale)));
        share(columns, say("insight.column.covered", locale), Coverage.Row::customers);
        share(columns, say("insight.column.asked", locale), Coverage.Row::deciders);
        return columns;
    }

    private List<Column<UnfulfilledCount>> unfulfilled(Locale locale) {
        return List.of(
                column("insight.column.flow", locale,
                        it -> say("insight.flow." + ((it.flow() != null) ? it.flow().name() : "none"), locale)),
                column("insight.column.open", locale, UnfulfilledCount::open),
                column("insight.column.not_met", locale, UnfulfilledCount::notMet),
                column("insight.column.overdue", locale, UnfulfilledCount::overdue),
                column("insight.column.either", locale, UnfulfilledCount::either));
    }

    private List<Column<Fulfilment.Row>> fulfilment(Locale locale) {
        var columns = new ArrayList<Column<Fulfilment.Row>>();
        columns.add(column("insight.column.tier", locale, it -> tier(it.tier(), it.total(), locale)));
        share(columns, say("insight.column.on_time", locale), Fulfilment.Row::onTime);
        return columns;
    }

    private List<Column<GapIndex.Row>> gap(Locale locale) {
        return List.of(column("insight.column.number", locale, it -> it.sum().number()),
                column("insight.column.customer", locale,
                        it -> io.cesm.web.exports.Sheet.name(locale, it.sum().name(), it.sum().nameEn())),
                column("insight.column.tier", locale, it -> it.sum().tier()),
                column("insight.column.gap", locale, GapIndex.Row::index),
                column("insight.column.band", locale, it -> say("Verdict." + it.band(), locale)),
                new Column<>("n", it -> it.sum().n()));
    }

    private static <T> void share(List<Column<T>> columns, String name, Function<T, Share> share) {
        columns.add(new Column<>(name, it -> share.apply(it).part()));
        columns.add(new Column<>(name + " n", it -> share.apply(it).n()));
        columns.add(new Column<>(name + " %", it -> share.apply(it).percent()));
        columns.add(new Column<>(name + " 95% −", it -> end(share.apply(it), true)));
        columns.add(new Column<>(name + " 95% +", it -> end(share.apply(it), false)));
    }

    private static @Nullable Object end(Share share, boolean low) {
        return (share.n() == 0) ? null : Math.round((low ? share.low() : share.high()) * 10) / 10.0;
    }

    private String tier(@Nullable Integer tier, boolean total, Locale locale) {
        return say(total ? "insight.total" : (tier == null) ? "insight.tier.none" : "Tier." + tier, locale);
    }

    private <T> Column<T> column(String key, Locale locale, Function<T, ? extends @Nullable Object> value) {
        return new Column<>(say(key, locale), value);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

}
