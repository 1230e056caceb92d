package io.cesm.web.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A document: what stands at the top of every page, and its parts in their order.
 *
 * @param unit whose document it is: a unit, a customer, a survey
 * @param period the time it is about
 * @param asOf the moment its figures are of
 */
public record PdfDocument(String title, @Nullable String unit, @Nullable String period, @Nullable String asOf,
        Locale locale, List<PdfPart> parts) {

    private static final int MOST_COLUMNS_UPRIGHT = 10;

    public PdfDocument {
        parts = List.copyOf(parts);
    }

    /** Whether a table is so wide that pages lie on their side. */
    boolean wide() {
        return parts.stream()
            .anyMatch(it -> it instanceof PdfPart.Grid grid && grid.heads().size() > MOST_COLUMNS_UPRIGHT);
    }

    public static Builder build(String title, Locale locale) {
        return new Builder(title, locale);
    }

    /** Puts a document together, part by part. */
    public static final class Builder {

        private final String title;

        private final Locale locale;

        private @Nullable String unit;

        private @Nullable String period;

        private @Nullable String asOf;

        private final List<PdfPart> parts = new ArrayList<>();

        private Builder(String title, Locale locale) {
            this.title = title;
            this.locale = locale;
        }

        public Builder unit(@Nullable String text) {
            unit = text;
            return this;
        }

        public Builder period(@Nullable String text) {
            period = text;
            return this;
        }

        public Builder asOf(@Nullable String text) {
            asOf = text;
            return this;
        }

        public Builder chapter(String text) {
            return add(new PdfPart.Chapter(text));
        }

        public Builder heading(String text) {
            return add(new PdfPart.Heading(text));
        }

        public Builder text(String text) {
            return add(new PdfPart.Text(text, PdfPart.Tone.PLAIN));
        }

        /** A sentence that says what figures mean. */
        public Builder says(String text) {
            return add(new PdfPart.Text(text, PdfPart.Tone.SAYS));
        }

        /** Method and limits, in small print. */
        public Builder note(String text) {
            return add(new PdfPart.Text(text, PdfPart.Tone.QUIET));
        }

        public Builder facts(List<PdfPart.Fact> facts) {
            return facts.isEmpty() ? this : add(new PdfPart.Facts(facts));
        }

        public Builder figures(List<PdfPart.Figure> figures) {
            return figures.isEmpty() ? this : add(new PdfPart.Figures(figures));
        }

        public Builder grid(List<PdfPart.Head> heads, List<List<PdfPart.Cell>> rows) {
            return heads.isEmpty() ? this : add(new PdfPart.Grid(heads, rows));
        }

        /**
         * A chart.
         * @param json the data that {@code charts.js} draws on pages
         * @param points height on the page
         */
        public Builder chart(String json, float points) {
            return add(new PdfPart.Chart(json, points));
        }

        public Builder add(PdfPart part) {
            parts.add(part);
            return this;
        }

        public PdfDocument document() {
            return new PdfDocument(title, unit, period, asOf, locale, parts);
        }

    }

}
