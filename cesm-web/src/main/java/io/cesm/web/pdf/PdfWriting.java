package io.cesm.web.pdf;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;

import io.cesm.domain.time.CompanyTime;
import io.cesm.web.files.Attachments;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes documents as PDF. */
@Component
public class PdfWriting {

    public static final String MEDIA_TYPE = "application/pdf";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final float SIDE = 42;

    private static final float TOP = 56;

    private static final float BOTTOM = 46;

    /** A heading keeps at least this much of what follows beside it. */
    private static final float COMPANY = 90;

    private final PdfFonts fonts;

    private final MessageSource messages;

    private final Clock clock;

    PdfWriting(PdfFonts fonts, MessageSource messages, Clock clock) {
        this.fonts = fonts;
        this.messages = messages;
        this.clock = clock;
    }

    /** The document as an answer that is saved under a name. */
    public ResponseEntity<byte[]> file(PdfDocument document, String name) {
        return ResponseEntity.ok().headers(Attachments.headers(name, MEDIA_TYPE)).body(write(document));
    }

    /** The document as bytes. */
    public byte[] write(PdfDocument document) {
        var bytes = new ByteArrayOutputStream();
        var letters = fonts.letters();
        var size = document.wide() ? PageSize.A4.rotate() : PageSize.A4;
        var pages = new Document(size, SIDE, SIDE, TOP, BOTTOM);
        var writer = PdfWriter.getInstance(pages, bytes);
        writer.setPageEvent(new PageFrame(document, letters, messages));
        about(document, pages, writer);
        pages.open();
        pages.add(paragraph(letters, document.title(), 17, Font.BOLD, Ink.TEXT, 0, 6));
        var parts = document.parts();
        for (int i = 0; i < parts.size(); i++) {
            add(parts, i, document, new Sheet(pages, writer, letters));
        }
        if (!letters.missing().isEmpty()) {
            pages.add(paragraph(letters,
                    messages.getMessage("pdf.missing",
                            new Object[] { letters.missing().size(), codes(letters.missing()) }, document.locale()),
                    7.5f, Font.NORMAL, Ink.QUIET, 10, 0));
        }
        pages.close();
        return bytes.toByteArray();
    }

    private record Sheet(Document pages, PdfWriter writer, PdfFonts.Letters letters) {

        float room() {
            return pages.right() - pages.left();
        }

        float left() {
            return writer.getVerticalPosition(true) - pages.bottom();
        }

        /** Begins a page where the rest of this one is too low. */
        void keep(float points) {
            if (left() < points) {
                pages.newPage();
            }
        }

    }

    private void add(List<PdfPart> parts, int i, PdfDocument document, Sheet sheet) {
        var letters = sheet.letters();
        switch (parts.get(i)) {
            case PdfPart.Chapter it -> {
                sheet.keep(30 + following(parts, i, sheet));
                sheet.pages().add(paragraph(letters, it.text(), 13, Font.BOLD, Ink.ACCENT, 12, 4));
            }
            case PdfPart.Heading it -> {
                sheet.keep(20 + following(parts, i, sheet));
                sheet.pages().add(paragraph(letters, it.text(), 10.5f, Font.BOLD, Ink.TEXT, 8, 3));
            }
            case PdfPart.Text it -> sheet.pages().add(switch (it.tone()) {
                case PLAIN -> paragraph(letters, it.text(), 9.2f, Font.NORMAL, Ink.TEXT, 0, 4);
                case SAYS -> paragraph(letters, it.text(), 9.2f, Font.BOLD, Ink.TEXT, 2, 3);
                case QUIET -> paragraph(letters, it.text(), 7.4f, Font.NORMAL, Ink.QUIET, 0, 2);
            });
            case PdfPart.Facts it -> sheet.pages().add(tables(sheet).facts(it));
            case PdfPart.Figures it -> sheet.pages().add(tables(sheet).figures(it.figures()));
            case PdfPart.Grid it -> sheet.pages().add(tables(sheet).grid(it));
            case PdfPart.Chart it -> chart(it, document, sheet);
        }
    }

    private static PdfTables tables(Sheet sheet) {
        return new PdfTables(sheet.letters(), sheet.room());
    }

    /** How much of what follows must stand beside a heading. */
    private static float following(List<PdfPart> parts, int i, Sheet sheet) {
        if (i + 1 >= parts.size()) {
            return 0;
        }
        return switch (parts.get(i + 1)) {
            case PdfPart.Heading ignored -> 20 + following(parts, i + 1, sheet);
            case PdfPart.Chart chart -> tall(chart, sheet) + 12;
            case PdfPart.Text ignored -> 40;
            default -> COMPANY;
        };
    }

    private static float tall(PdfPart.Chart chart, Sheet sheet) {
        return Math.min(chart.points(), sheet.pages().top() - sheet.pages().bottom() - 40);
    }

    private void chart(PdfPart.Chart chart, PdfDocument document, Sheet sheet) {
        float tall = tall(chart, sheet);
        float room = sheet.room();
        var template = sheet.writer().getDirectContent().createTemplate(room, tall);
        var data = JSON.readTree(chart.json());
        new ChartDrawing(new Pen(template, sheet.letters(), tall), room, tall,
                messages.getMessage("pdf.hidden", null, document.locale()))
            .draw(data);
        var picture = Image.getInstance(template);
        picture.setAlt(data.path("label").asString(""));
        picture.setSpacingBefore(4);
        picture.setSpacingAfter(6);
        sheet.pages().add(picture);
    }

    private static Paragraph paragraph(PdfFonts.Letters letters, String text, float size, int style, java.awt.Color ink,
            float before, float after) {
        var paragraph = new Paragraph(letters.phrase(text, size, style, ink));
        paragraph.setLeading(size * 1.5f);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        paragraph.setAlignment(Element.ALIGN_LEFT);
        return paragraph;
    }

    private void about(PdfDocument document, Document pages, PdfWriter writer) {
        pages.addTitle(document.title());
        pages.addCreator("CESM");
        var now = GregorianCalendar.from(ZonedDateTime.ofInstant(clock.instant(), CompanyTime.ZONE));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(now));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(document.locale().toLanguageTag()));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
    }

    private static String codes(java.util.Set<String> missing) {
        return missing.stream()
            .limit(12)
            .map(it -> "U+%04X".formatted(it.codePointAt(0)))
            .collect(java.util.stream.Collectors.joining(", "));
    }

}
