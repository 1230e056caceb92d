package io.cesm.web.pdf;

import java.awt.Color;

import org.openpdf.text.pdf.PdfContentByte;

/** Draws on a sheet whose origin is at the top left. */
final class Pen {

    private static final float ROUND = 0.5523f;

    private final PdfContentByte sheet;

    private final PdfFonts.Letters letters;

    private final float height;

    Pen(PdfContentByte sheet, PdfFonts.Letters letters, float height) {
        this.sheet = sheet;
        this.letters = letters;
        this.height = height;
    }

    /** Where a text stands beside its point. */
    enum Stand {

        AFTER, MIDDLE, BEFORE

    }

    void line(double x1, double y1, double x2, double y2, Color ink, double width, boolean dashed) {
        sheet.setColorStroke(ink);
        sheet.setLineWidth((float) width);
        if (dashed) {
            sheet.setLineDash(3, 2, 0);
        }
        else {
            sheet.setLineDash(0);
        }
        sheet.moveTo((float) x1, height - (float) y1);
        sheet.lineTo((float) x2, height - (float) y2);
        sheet.stroke();
    }

    void box(double x, double y, double width, double tall, Color fill) {
        sheet.setColorFill(fill);
        sheet.rectangle((float) x, height - (float) (y + tall), (float) width, (float) tall);
        sheet.fill();
    }

    /** A box of what is not known. */
    void hatched(double x, double y, double width, double tall) {
        sheet.saveState();
        sheet.rectangle((float) x, height - (float) (y + tall), (float) width, (float) tall);
        sheet.clip();
        sheet.newPath();
        for (double at = -tall; at < width; at += 4) {
            line(x + at, y + tall, x + at + tall, y, Ink.STRONG_LINE, 0.5, false);
        }
        sheet.restoreState();
    }

    void dot(double x, double y, double radius, Color fill, Color edge) {
        sheet.setColorFill(fill);
        sheet.setColorStroke(edge);
        sheet.setLineWidth(1.2f);
        sheet.setLineDash(0);
        float r = (float) radius;
        float cx = (float) x;
        float cy = height - (float) y;
        float k = r * ROUND;
        sheet.moveTo(cx + r, cy);
        sheet.curveTo(cx + r, cy + k, cx + k, cy + r, cx, cy + r);
        sheet.curveTo(cx - k, cy + r, cx - r, cy + k, cx - r, cy);
        sheet.curveTo(cx - r, cy - k, cx - k, cy - r, cx, cy - r);
        sheet.curveTo(cx + k, cy - r, cx + r, cy - k, cx + r, cy);
        sheet.closePathFillStroke();
    }

    void text(String text, double x, double y, double size, Color ink, Stand stand) {
        var clean = letters.plain(text);
        double left = switch (stand) {
            case AFTER -> x;
            case MIDDLE -> x - width(clean, size) / 2;
            case BEFORE -> x - width(clean, size);
        };
        sheet.beginText();
        sheet.setFontAndSize(letters.base(), (float) size);
        sheet.setColorFill(ink);
        sheet.setTextMatrix((float) left, height - (float) y);
        sheet.showText(clean);
        sheet.endText();
    }

    double width(String text, double size) {
        return letters.base().getWidthPoint(letters.plain(text), (float) size);
    }

    /** As much of a text as there is room for. */
    String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int most = text.length();
        while (most > 1 && width(text.substring(0, most) + "…", size) > room) {
            most--;
        }
        return text.substring(0, most) + "…";
    }

}
