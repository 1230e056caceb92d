package io.cesm.web.panel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a page of figures: chart, table, and what both say.
 *
 * @param id name in files and addresses
 * @param chart data of the chart as JSON; null for a table alone
 * @param height of the chart in points
 * @param says what it shows and whether it is real
 * @param notes method and limits, in small print
 */
public record Panel(String id, String title, List<Card> cards, @Nullable String chart, int height, List<Head> heads,
        List<List<Cell>> rows, List<String> says, List<String> notes) {

    public Panel {
        cards = List.copyOf(cards);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        says = List.copyOf(says);
        notes = List.copyOf(notes);
    }

    /**
     * A figure that is seen first.
     *
     * @param under interval and number of answers
     * @param change what may be said of the change, and how it looks
     */
    public record Card(String title, String value, String under, String change, String style, @Nullable String href) {
    }

    public record Head(String text, boolean num) {
    }

    /**
     * What may be said of a change, in files beside what it rests on.
     *
     * @param p between 0 and 1, null where nothing was tested
     */
    public record Claimed(String said, @Nullable Double p) {
    }

    /**
     * @param raw what stands in files, with full precision; an interval fills two
     * columns, as does a claim
     * @param style classes of the cell
     */
    public record Cell(String text, @Nullable Object raw, @Nullable String href, String style) {

        public static Cell text(@Nullable String text) {
            return new Cell((text == null) ? "" : text, text, null, "");
        }

        public static Cell of(String text, @Nullable Object raw) {
            return new Cell(text, raw, null, "num");
        }

        public Cell to(@Nullable String href) {
            return new Cell(text, raw, href, style);
        }

        public Cell as(String more) {
            return new Cell(text, raw, href, style.isEmpty() ? more : style + " " + more);
        }

    }

    public static Builder build(String id, String title) {
        return new Builder(id, title);
    }

    /** Puts a panel together. */
    public static final class Builder {

        private final String id;

        private final String title;

        private final List<Card> cards = new ArrayList<>();

        private @Nullable String chart;

        private int height = 300;

        private final List<Head> heads = new ArrayList<>();

        private final List<List<Cell>> rows = new ArrayList<>();

        private final List<String> says = new ArrayList<>();

        private final List<String> notes = new ArrayList<>();

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public Builder chart(@Nullable String data, int points) {
            chart = data;
            height = points;
            return this;
        }

        public Builder card(Card card) {
            cards.add(card);
            return this;
        }

        public Builder head(String text) {
            heads.add(new Head(text, false));
            return this;
        }

        public Builder num(String text) {
            heads.add(new Head(text, true));
            return this;
        }

        public Builder row(List<Cell> cells) {
            rows.add(List.copyOf(cells));
            return this;
        }

        public Builder says(String sentence) {
            says.add(sentence);
            return this;
        }

        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        public Panel panel() {
            return new Panel(id, title, cards, chart, height, heads, rows, says, notes);
        }

    }

}
