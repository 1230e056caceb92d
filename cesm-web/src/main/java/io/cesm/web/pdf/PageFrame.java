package io.cesm.web.pdf;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;

/** What stands on every page: what it is, whose, of when, and which page of how many. */
final class PageFrame extends PdfPageEventHelper {

    private static final float SMALL = 7.5f;

    private final PdfDocument document;

    private final PdfFonts.Letters letters;

    private final MessageSource messages;

    private @Nullable PdfTemplate total;

    private int pages;

    PageFrame(PdfDocument document, PdfFonts.Letters letters, MessageSource messages) {
        this.document = document;
        this.letters = letters;
        this.messages = messages;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document page) {
        total = writer.getDirectContent().createTemplate(80, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document page) {
        pages = writer.getPageNumber();
        var sheet = writer.getDirectContent();
        float tall = page.getPageSize().getHeight();
        var pen = new Pen(sheet, letters, tall);
        float left = page.left();
        float right = page.right();
        var under = Stream.of(document.unit(), document.period(), said("pdf.as_of", document.asOf()))
            .filter(it -> it != null && !it.isBlank())
            .collect(Collectors.joining("  ·  "));
        double half = (right - left) * 0.62;
        pen.text(pen.fit(under, SMALL, half), right, 34, SMALL, Ink.QUIET, Pen.Stand.BEFORE);
        pen.text(pen.fit(document.title(), SMALL, right - left - half - 10), left, 34, SMALL, Ink.QUIET,
                Pen.Stand.AFTER);
        pen.line(left, 40, right, 40, Ink.LINE, 0.8, false);
        var number = say("pdf.page", pages);
        double end = right - 40;
        pen.text(number, end - 2, tall - 26, SMALL, Ink.QUIET, Pen.Stand.BEFORE);
        if (total != null) {
            sheet.addTemplate(total, (float) end, 26 - 3);
        }
        pen.text(say("pdf.product"), left, tall - 26, SMALL, Ink.QUIET, Pen.Stand.AFTER);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document page) {
        if (total != null) {
            new Pen(total, letters, 12).text(say("pdf.pages", pages), 0, 9, SMALL, Ink.QUIET, Pen.Stand.AFTER);
        }
    }

    private @Nullable String said(String key, @Nullable String value) {
        return (value == null || value.isBlank()) ? null : say(key, value);
    }

    private String say(String key, Object... args) {
        Locale locale = document.locale();
        return messages.getMessage(key, args, locale);
    }

}
