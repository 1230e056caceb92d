package io.cesm.domain.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How a table file is to be read; detected first, and then whatever the person says.
 *
 * @param encoding one of {@link #ENCODINGS}, null for a workbook
 * @param delimiter what parts the values of a line, null for a workbook
 * @param sheet index of the sheet from 0, for a workbook
 * @param headerLine number of the row that names the columns
 */
public record TableFormat(TableKind kind, @Nullable String encoding, @Nullable String delimiter, int sheet,
        long headerLine) {

    /** The encodings that can be chosen, by the names people know. */
    public static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "CP949", "UTF-16LE", "UTF-16BE",
            "WINDOWS-1252");

    /** The delimiters that can be chosen. */
    public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    public TableFormat {
        if (encoding != null && !ENCODINGS.contains(encoding)) {
            throw new Refusal("table.encoding_unknown", encoding);
        }
        if (delimiter != null && !DELIMITERS.contains(delimiter)) {
            throw new Refusal("table.delimiter_unknown");
        }
    }

    /** A text file read like this. */
    public static TableFormat ofText(String encoding, String delimiter, long headerLine) {
        return csv(encoding, delimiter, headerLine);
    }

    /** A sheet of a workbook, counted from 0. */
    public static TableFormat ofSheet(int sheet, long headerLine) {
        return xlsx(sheet, headerLine);
    }

    static TableFormat csv(String encoding, String delimiter, long headerLine) {
        return new TableFormat(TableKind.CSV, encoding, delimiter, 0, headerLine);
    }

    static TableFormat xlsx(int sheet, long headerLine) {
        return new TableFormat(TableKind.XLSX, null, null, sheet, headerLine);
    }

    Charset charset() {
        return encoding == null ? StandardCharsets.UTF_8 : charset(encoding);
    }

    char separator() {
        return delimiter == null ? ',' : delimiter.charAt(0);
    }

    static Charset charset(String encoding) {
        return Charset.forName(encoding.equals("CP949") ? "x-windows-949" : encoding);
    }

}
