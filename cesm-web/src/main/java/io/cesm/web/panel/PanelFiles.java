package io.cesm.web.panel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.satisfaction.figures.Interval;
import io.cesm.web.files.Attachments;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel.Claimed;
import io.cesm.web.pdf.PdfDocument;
import io.cesm.web.pdf.PdfPart;
import io.cesm.web.pdf.PdfWriting;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Panels as files: their tables as CSV and XLSX, everything they show as PDF. */
@Component
public class PanelFiles {

    /** A point of a chart on pages is this much on paper. */
    private static final double PAPER = 0.66;

    private final RequestingExports requesting;

    private final PdfWriting writing;

    private final MessageSource messages;

    PanelFiles(RequestingExports requesting, PdfWriting writing, MessageSource messages) {
        this.requesting = requesting;
        this.writing = writing;
        this.messages = messages;
    }

    /**
     * Sends the table of a panel, nothing rounded.
     * @param code what stands in the log of exports
     * @param more columns that every row gets beside its cells
     */
    public void table(Panel panel, TableKind kind, String code, String name, String filters,
            List<Column<List<Cell>>> more, Locale locale, HttpServletResponse response) throws IOException {
        requesting.note(code, kind, filters);
        Attachments.headers(name + "." + kind.extension(), kind.mediaType())
            .forEach((header, values) -> response.setHeader(header, values.getFirst()));
        var columns = new ArrayList<Column<List<Cell>>>();
        for (int i = 0; i < panel.heads().size(); i++) {
            columns.addAll(columns(panel, i, locale));
        }
        columns.addAll(more);
        Tables.write(kind, response.getOutputStream(), panel.id(), columns, panel.rows().stream());
    }

    /** Numbers to calculate with: both ends of an interval, and what a claim rests on. */
    private List<Column<List<Cell>>> columns(Panel panel, int at, Locale locale) {
        var head = panel.heads().get(at).text();
        if (panel.rows().stream().anyMatch(row -> row.get(at).raw() instanceof Interval)) {
            return List.of(
                    new Column<>(say("analysis.file.low", head, locale),
                            row -> row.get(at).raw() instanceof Interval it ? it.low() : null),
                    new Column<>(say("analysis.file.high", head, locale),
                            row -> row.get(at).raw() instanceof Interval it ? it.high() : null));
        }
        if (panel.rows().stream().anyMatch(row -> row.get(at).raw() instanceof Claimed)) {
            return List.of(new Column<>(head, row -> value(row.get(at))),
                    new Column<>("p", row -> row.get(at).raw() instanceof Claimed it ? it.p() : null));
        }
        return List.of(new Column<>(head, row -> value(row.get(at))));
    }

    private String say(String key, String head, Locale locale) {
        return messages.getMessage(key, new Object[] { head }, locale);
    }

    /** Sends a document, and notes that it was taken out. */
    public ResponseEntity<byte[]> document(PdfDocument document, String code, String name, String filters) {
        requesting.note(code, "pdf", filters);
        return writing.file(document, name + ".pdf");
    }

    /** Adds everything a panel shows. */
    public static void add(PdfDocument.Builder to, Panel panel, boolean titled) {
        if (titled) {
            to.heading(panel.title());
        }
        to.figures(panel.cards()
            .stream()
            .map(it -> new PdfPart.Figure(it.title(), it.value(), it.under(), it.change(), it.style().contains("grey")))
            .toList());
        var chart = panel.chart();
        if (chart != null) {
            to.chart(chart, (float) (panel.height() * PAPER));
        }
        to.grid(panel.heads().stream().map(it -> new PdfPart.Head(it.text(), it.num())).toList(),
                panel.rows().stream().map(row -> row.stream().map(PanelFiles::cell).toList()).toList());
        panel.says().forEach(to::says);
        panel.notes().forEach(to::note);
    }

    private static PdfPart.Cell cell(Cell cell) {
        var look = cell.style().contains("hatched") ? PdfPart.Look.HIDDEN
                : cell.style().contains("quiet") || cell.style().contains("grey") ? PdfPart.Look.QUIET
                        : PdfPart.Look.PLAIN;
        return new PdfPart.Cell(cell.text(), look);
    }

    private static Object value(Cell cell) {
        return switch (cell.raw()) {
            case null -> cell.text();
            case Claimed it -> it.said();
            case Object it -> it;
        };
    }

}
