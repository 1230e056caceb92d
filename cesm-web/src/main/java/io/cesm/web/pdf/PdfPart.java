package io.cesm.web.pdf;

import java.util.List;

/** A part of a document. */
public sealed interface PdfPart {

    /** How a text is printed. */
    enum Tone {

        PLAIN, SAYS, QUIET

    }

    record Chapter(String text) implements PdfPart {
    }

    record Heading(String text) implements PdfPart {
    }

    record Text(String text, Tone tone) implements PdfPart {
    }

    /** A name and what it is. */
    record Fact(String name, String value) {
    }

    /** Names beside what they are. */
    record Facts(List<Fact> facts) implements PdfPart {
    }

    /**
     * A figure that is seen first.
     *
     * @param under interval and number of answers
     * @param change what may be said of the change
     * @param weak whether it rests on few answers
     */
    record Figure(String title, String value, String under, String change, boolean weak) {
    }

    /** Figures side by side. */
    record Figures(List<Figure> figures) implements PdfPart {
    }

    record Head(String text, boolean num) {
    }

    /** How a cell is printed. */
    enum Look {

        PLAIN, QUIET, HIDDEN, STRONG

    }

    record Cell(String text, Look look) {

        public static Cell of(String text) {
            return new Cell(text, Look.PLAIN);
        }

    }

    /** A table whose head stands on each of its pages and whose rows stay whole. */
    record Grid(List<Head> heads, List<List<Cell>> rows) implements PdfPart {
    }

    /** A chart of data as {@code charts.js} has it. */
    record Chart(String json, float points) implements PdfPart {
    }

}
