package io.cesm.web.voice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.ExportKind;
import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.figures.Showing;
import io.cesm.satisfaction.voice.TendingVoices;
import io.cesm.satisfaction.voice.ThemeFigure;
import io.cesm.satisfaction.voice.VoiceBook;
import io.cesm.satisfaction.voice.VoiceFigures;
import io.cesm.satisfaction.voice.VoiceRow;
import io.cesm.web.exports.Filters;
import io.cesm.web.exports.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What customers wrote, and themes in figures, as lists that go out: no more than the
 * page shows.
 */
@Configuration(proxyBeanMethods = false)
class VoiceSheets {

    private final VoiceBook book;

    private final VoiceFigures figures;

    private final TendingVoices voices;

    private final MessageSource messages;

    private final Filters filters;

    VoiceSheets(VoiceBook book, VoiceFigures figures, TendingVoices voices, MessageSource messages, Filters filters) {
        this.book = book;
        this.figures = figures;
        this.voices = voices;
        this.messages = messages;
        this.filters = filters;
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
    ExportKind voiceSheet() {
        return new View("voices", "voice.list.title", (given, locale) -> {
            var filter = filters.read(VoiceQuery.class, given).filter();
            var names = VoiceController.names(voices, locale);
            var sheet = Sheet.of(VoiceRow.class, messages, locale);
            var list = sheet.with("voice.comment", VoiceRow::body)
                .with("voice.filter.from", row -> row.anonymous() ? row.on().toString().substring(0, 7) : row.on())
                .named("followup.filter.customer", VoiceRow::customerName, VoiceRow::customerNameEn)
                .with("followup.contact", VoiceRow::contactName)
                .with("voice.level", VoiceRow::level)
                .word("voice.filter.feel", "Feel", row -> VoiceQuery.Feel.of(row.sentiment()))
                .with("voice.filter.theme",
                        row -> row.themes()
                            .stream()
                            .map(it -> names.getOrDefault(it, it))
                            .collect(Collectors.joining(" / ")))
                .with("followup.filter.survey", VoiceRow::surveyNumber)
                .over("voice.list.title", (cursor, size) -> book.slice(filter, size, cursor));
            return new Export<>(list.title(), list.columns(), list.pieces(), upTo -> book.count(filter, upTo));
        });
    }

    @Bean
    ExportKind voiceThemeSheet() {
        return new View("voice-themes", "voice.themes.title", (given, locale) -> {
            var rows = figures.of(filters.read(VoiceQuery.class, given).filter());
            var names = VoiceController.names(voices, locale);
            var sheet = Sheet.of(ThemeFigure.class, messages, locale);
            var none = sheet.say("voice.theme.none");
            return sheet.with("voice.filter.theme", row -> row.code() == null ? none : names.get(row.code()))
                .with("voice.comments", ThemeFigure::comments)
                .with("Feel.BAD", ThemeFigure::bad)
                .with("Feel.GOOD", ThemeFigure::good)
                .with("voice.level", row -> shown(row) ? row.level().value() : null)
                .with("voice.low",
                        row -> shown(row) && row.level().interval() != null ? row.level().interval().low() : null)
                .with("voice.high",
                        row -> shown(row) && row.level().interval() != null ? row.level().interval().high() : null)
                .plain("n", row -> row.level().n())
                .over("voice.themes.title", (cursor, size) -> new Slice<>(rows, null, null));
        });
    }

    private static boolean shown(@Nullable ThemeFigure row) {
        return row != null && row.level().showing() != Showing.HIDDEN && row.level().showing() != Showing.EMPTY;
    }

}
