package io.cesm.domain.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose texts are inline string cells, so that no table of strings grows in
 * memory; rows leave as they come.
 */
final class XlsxTableWriter implements TableWriter {

    private static final int ROWS = 1_000_000;

    private static final int LONGEST = 32_767;

    private final Workbook workbook;

    private final String title;

    private Worksheet sheet;

    private @Nullable List<? extends @Nullable Object> head;

    private int sheets = 1;

    private int row;

    XlsxTableWriter(OutputStream out, String title) {
        this.workbook = new Workbook(out, "CESM", "1.0");
        this.title = sheetName(title);
        this.sheet = workbook.newWorksheet(this.title);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (head == null) {
            head = List.copyOf(values);
        }
        if (row == ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(title.substring(0, Math.min(title.length(), 26)) + " " + sheets);
            row = 0;
            write(head);
        }
        write(values);
    }

    private void write(List<? extends @Nullable Object> values) throws IOException {
        for (int column = 0; column < values.size(); column++) {
            write(column, values.get(column));
        }
        if (row == 0) {
            sheet.range(0, 0, 0, Math.max(0, values.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
        }
        row++;
        if (row % 500 == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {
            }
            case Number number -> sheet.value(row, column, number);
            case Boolean yes -> sheet.value(row, column, yes);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time -> time(column, time);
            case ZonedDateTime time -> time(column, time.toLocalDateTime());
            case OffsetDateTime time -> time(column, time.toLocalDateTime());
            case Instant time -> sheet.inlineString(row, column, Cells.text(time));
            default -> sheet.inlineString(row, column, cut(Cells.text(value)));
        }
    }

    private void time(int column, LocalDateTime time) {
        sheet.value(row, column, time);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String sheetName(String title) {
        var name = title.replaceAll("[\\p{Cntrl}\\[\\]:*?/\\\\']", " ").strip();
        name = Formulas.dangerous(name) ? name.replaceAll("^\\W+", "") : name;
        return name.isBlank() ? "CESM" : name.substring(0, Math.min(31, name.length()));
    }

    @Override
    public void append(Appendix appendix) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(sheetName(appendix.title()));
        row = 0;
        for (var values : appendix.rows()) {
            write(values);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

}
