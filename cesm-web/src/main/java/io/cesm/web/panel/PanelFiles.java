package io.cesm.web.panel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.table.Column;
import io.cesm.domain.table.TableKind;
import io.cesm.domain.table.Tables;
import io.cesm.web.files.Attachments;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.pdf.PdfDocument;
import io.cesm.web.pdf.PdfPart;
import io.cesm.web.pdf.PdfWriting;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Panels as files: their tables as CSV and XLSX, everything they show as PDF. */
@Component
public class PanelFiles {

    /** A point of a chart on pages is this much on paper. */
    private static final double PAPER = 0.66;

    private final RequestingExports requesting;

    private final PdfWriting writing;

    PanelFiles(RequestingExports requesting, PdfWriting writing) {
        this.requesting = requesting;
        this.writing = writing;
    }

    /**
     * Sends the table of a panel, nothing rounded.
     * @param code what stands in the log of exports
     * @param more columns that every row gets beside its cells
     */
    public void table(Panel panel, TableKind kind, String code, String name, String filters,
            List<Column<List<Cell>>> more, HttpServletResponse response) throws IOException {
        requesting.note(code, kind, filters);
        Attachments.headers(name + "." + kind.extension(), kind.mediaType())
            .forEach((header, values) -> response.setHeader(header, values.getFirst()));
        var columns = new ArrayList<Column<List<Cell>>>();
        for (int i = 0; i < panel.heads().size(); i++) {
            int at = i;
            columns.add(new Column<>(panel.heads().get(i).text(), row -> value(row.get(at))));
        }
        columns.addAll(more);
        Tables.write(kind, response.getOutputStream(), panel.id(), columns, panel.rows().stream());
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
        return (cell.raw() == null) ? cell.text() : cell.raw();
    }

}
