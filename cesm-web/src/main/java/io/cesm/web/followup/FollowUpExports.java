package io.cesm.web.followup;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.followup.CauseFigures;
import io.cesm.satisfaction.followup.CausePareto;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpRow;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follow-ups and their causes as lists that go out. */
@Configuration(proxyBeanMethods = false)
class FollowUpExports {

    private final FollowUpBook book;

    private final CauseFigures figures;

    private final FollowUpChoices choices;

    private final MessageSource messages;

    private final Filters filters;

    private final CurrentActor current;

    FollowUpExports(FollowUpBook book, CauseFigures figures, FollowUpChoices choices, MessageSource messages,
            Filters filters, CurrentActor current) {
        this.book = book;
        this.figures = figures;
        this.choices = choices;
        this.messages = messages;
        this.filters = filters;
        this.current = current;
    }

    @FunctionalInterface
    interface Opening {

        Export<?> open(Map<String, List<String>> given, Locale locale);

    }

    record View(String code, String titleKey, Opening opening) implements ExportKind {

        @Override
        public Export<?> open(Map<String, List<String>> given, Locale locale) {
            return opening.open(given, locale);
        }

    }

    @Bean
    ExportKind followUpSheet() {
        return new View("follow-ups", "followup.list.title", (given, locale) -> {
            var query = filters.read(FollowUpQuery.class, given);
            var filter = query.filter(current.actor());
            var sheet = sheet(locale);
            var list = sheet.over("followup.list.title",
                    (cursor, size) -> book.slice(filter, query.order(), size, cursor));
            return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> book.count(filter, upTo));
        });
    }

    private Sheet<FollowUpRow> sheet(Locale locale) {
        var sheet = Sheet.of(FollowUpRow.class, messages, locale);
        var causes = choices.causeNames(locale);
        return sheet.with("followup.column.number", FollowUpRow::number)
            .named("followup.filter.customer", FollowUpRow::customerName, FollowUpRow::customerNameEn)
            .with("followup.contact", FollowUpRow::contactName)
            .word("followup.filter.state", "FollowUpState", FollowUpRow::state)
            .with("followup.filter.owner", FollowUpRow::ownerName)
            .with("followup.opened", FollowUpRow::openedAt)
            .with("followup.due", FollowUpRow::dueOn)
            .with("followup.measure", FollowUpRow::measure)
            .with("followup.points", FollowUpRow::points)
            .with("followup.level", FollowUpRow::level)
            .with("followup.quote", FollowUpRow::quote)
            .with("followup.filter.survey", FollowUpRow::surveyNumber)
            .with("followup.filter.cause", row -> row.cause() == null ? null : causes.get(row.cause()))
            .with("followup.filter.flow", row -> row.flow() == null ? null : row.flow().name())
            .with("followup.outcome", FollowUpRow::outcome)
            .with("followup.closed", FollowUpRow::closedAt);
    }

    @Bean
    ExportKind causeSheet() {
        return new View("follow-up-causes", "followup.causes.title", (given, locale) -> {
            var query = filters.read(FollowUpQuery.class, given);
            var rows = figures.of(CauseController.all(query).filter(current.actor())).rows();
            return Sheet.of(CausePareto.Row.class, messages, locale)
                .with("followup.filter.cause", row -> row.cause().name(locale))
                .with("followup.causes.count", CausePareto.Row::count)
                .with("followup.causes.share", CausePareto.Row::share)
                .with("followup.causes.sum", CausePareto.Row::sum)
                .plain("IPD", row -> row.byFlow().get(0))
                .plain("LTC", row -> row.byFlow().get(1))
                .plain("ITR", row -> row.byFlow().get(2))
                .with("followup.causes.no_flow", row -> row.byFlow().get(3))
                .over("followup.causes.title", (cursor, size) -> new Slice<>(rows, null, null));
        });
    }

}
