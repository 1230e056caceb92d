package io.cesm.web.pdf;

import java.awt.Color;
import java.util.List;

import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Tables of a document. Heads are repeated, rows stay whole. */
final class PdfTables {

    private static final float PAD = 3.2f;

    private static final double WIDEST = 190;

    private final PdfFonts.Letters letters;

    private final float room;

    PdfTables(PdfFonts.Letters letters, float room) {
        this.letters = letters;
        this.room = room;
    }

    PdfPTable grid(PdfPart.Grid grid) {
        int columns = grid.heads().size();
        float size = (columns > 9) ? 6.6f : (columns > 6) ? 7.4f : 8.2f;
        var table = table(widths(grid, size));
        table.setHeaderRows(1);
        for (var head : grid.heads()) {
            var cell = cell(letters.phrase(head.text(), size, Font.BOLD, Ink.QUIET), head.num());
            cell.setBackgroundColor(Ink.SOFT);
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(Ink.STRONG_LINE);
            cell.setBorderWidth(0.8f);
            cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
            table.addCell(cell);
        }
        for (var row : grid.rows()) {
            for (int i = 0; i < columns; i++) {
                var given = (i < row.size()) ? row.get(i) : PdfPart.Cell.of("");
                var cell = cell(letters.phrase(given.text(), size, style(given.look()), ink(given.look())),
                        grid.heads().get(i).num());
                if (given.look() == PdfPart.Look.HIDDEN) {
                    cell.setBackgroundColor(Ink.SOFT);
                }
                cell.setBorder(Rectangle.BOTTOM);
                cell.setBorderColor(Ink.LINE);
                cell.setBorderWidth(0.5f);
                table.addCell(cell);
            }
        }
        return table;
    }

    PdfPTable facts(PdfPart.Facts facts) {
        var table = table(new float[] { 1, 3.4f });
        for (var fact : facts.facts()) {
            table.addCell(bare(letters.phrase(fact.name(), 8.2f, Font.NORMAL, Ink.QUIET)));
            table.addCell(bare(letters.phrase(fact.value(), 9, Font.NORMAL, Ink.TEXT)));
        }
        return table;
    }

    PdfPTable figures(List<PdfPart.Figure> figures) {
        int across = Math.min(4, figures.size());
        var widths = new float[across];
        java.util.Arrays.fill(widths, 1);
        var table = table(widths);
        for (var figure : figures) {
            var cell = new PdfPCell();
            cell.setBorderColor(Ink.LINE);
            cell.setBorderWidth(0.6f);
            cell.setPadding(5);
            cell.addElement(line(figure.title(), 7.4f, Font.NORMAL, Ink.QUIET));
            cell.addElement(line(figure.value(), 15, Font.BOLD, figure.weak() ? Ink.QUIET : Ink.TEXT));
            cell.addElement(line(figure.under(), 7, Font.NORMAL, Ink.QUIET));
            if (!figure.change().isBlank()) {
                cell.addElement(line(figure.change(), 7, Font.NORMAL, Ink.TEXT));
            }
            table.addCell(cell);
        }
        table.completeRow();
        return table;
    }

    private org.openpdf.text.Paragraph line(String text, float size, int style, Color ink) {
        var paragraph = new org.openpdf.text.Paragraph(letters.phrase(text, size, style, ink));
        paragraph.setLeading(size * 1.4f);
        return paragraph;
    }

    private static PdfPTable table(float[] widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSplitLate(true);
        table.setSplitRows(true);
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        table.setSpacingBefore(4);
        table.setSpacingAfter(6);
        return table;
    }

    private static PdfPCell cell(Phrase words, boolean num) {
        var cell = new PdfPCell(words);
        cell.setHorizontalAlignment(num ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPaddingTop(PAD - 1);
        cell.setPaddingBottom(PAD + 1);
        cell.setPaddingLeft(PAD);
        cell.setPaddingRight(PAD);
        cell.setLeading(0, 1.3f);
        return cell;
    }

    private static PdfPCell bare(Phrase words) {
        var cell = cell(words, false);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }

    private static int style(PdfPart.Look look) {
        return (look == PdfPart.Look.STRONG) ? Font.BOLD : Font.NORMAL;
    }

    private static Color ink(PdfPart.Look look) {
        return (look == PdfPart.Look.QUIET || look == PdfPart.Look.HIDDEN) ? Ink.QUIET : Ink.TEXT;
    }

    /**
     * Figures keep the width they need; words share what is left by their length, none
     * narrower than its longest word.
     */
    private float[] widths(PdfPart.Grid grid, float size) {
        int columns = grid.heads().size();
        var widths = new float[columns];
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            double widest = longestWord(grid.heads().get(i).text(), size);
            boolean num = grid.heads().get(i).num();
            for (var row : grid.rows()) {
                if (i < row.size()) {
                    widest = Math.max(widest, Math.min(WIDEST, width(row.get(i).text(), size)));
                }
            }
            widths[i] = (float) (Math.max(num ? 24 : 34, widest) + 2 * PAD + 1);
            sum += widths[i];
        }
        if (sum > room) {
            squeeze(grid, widths, size, sum - room);
        }
        return widths;
    }

    private void squeeze(PdfPart.Grid grid, float[] widths, float size, double over) {
        double give = 0;
        var spare = new double[widths.length];
        for (int i = 0; i < widths.length; i++) {
            double least = longestWord(grid.heads().get(i).text(), size);
            for (var row : grid.rows()) {
                if (i < row.size()) {
                    least = Math.max(least, longestWord(row.get(i).text(), size));
                }
            }
            spare[i] = Math.max(0, widths[i] - Math.min(70, least) - 2 * PAD - 1);
            give += spare[i];
        }
        for (int i = 0; give > 0 && i < widths.length; i++) {
            widths[i] -= (float) (spare[i] * Math.min(1, over / give));
        }
    }

    private double longestWord(String text, float size) {
        double longest = 0;
        for (var word : text.split("[\\s\\p{IsHan}]+")) {
            longest = Math.max(longest, width(word, size));
        }
        return Math.max(longest, size * 2);
    }

    private double width(String text, float size) {
        return letters.base().getWidthPoint(letters.plain(text), size);
    }

}
