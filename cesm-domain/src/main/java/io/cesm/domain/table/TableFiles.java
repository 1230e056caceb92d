package io.cesm.domain.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables that strangers made: says first what a file is, then gives its rows one by
 * one. Whatever is wrong with a file is a refusal with the place where it went wrong.
 */
public final class TableFiles {

    private static final int BEGINNING = 256 * 1024;

    private static final int HEAD = 25;

    private TableFiles() {
    }

    /** Finds out what a file is: its kind, encoding, delimiter, sheets and header row. */
    public static Judged judge(Content content) throws IOException {
        byte[] mark;
        try (var in = content.open()) {
            mark = in.readNBytes(8);
        }
        if (mark.length == 0) {
            throw new Refusal("table.empty");
        }
        if (Encodings.startsWith(mark, 'P', 'K', 3, 4)) {
            return workbook(content);
        }
        if (Encodings.startsWith(mark, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Refusal("table.old_excel");
        }
        if (Encodings.startsWith(mark, '%', 'P', 'D', 'F') || Encodings.startsWith(mark, 0x89, 'P', 'N', 'G')
                || Encodings.startsWith(mark, 0xFF, 0xD8, 0xFF) || Encodings.startsWith(mark, 'G', 'I', 'F', '8')) {
            throw new Refusal("table.not_a_table");
        }
        return text(content);
    }

    private static Judged text(Content content) throws IOException {
        var guess = Encodings.of(content);
        return withDelimiter(content, guess.encoding(), guess.confidence(), guess.mark());
    }

    /** The same file read in another encoding: delimiter and header are found anew. */
    public static Judged judge(Content content, String encoding) throws IOException {
        return withDelimiter(content, encoding, 100, false);
    }

    private static Judged withDelimiter(Content content, String encoding, int confidence, boolean mark)
            throws IOException {
        var delimiter = Delimiters.of(Encodings.beginning(content, encoding, BEGINNING));
        var format = TableFormat.csv(encoding, delimiter, 1);
        var headed = TableFormat.csv(encoding, delimiter, Delimiters.headerLine(head(content, format, HEAD)));
        return new Judged(headed, confidence, mark, List.of());
    }

    private static Judged workbook(Content content) throws IOException {
        try (var reader = new XlsxTableReader(content, TableLimits.USUAL)) {
            var sheets = reader.sheets();
            if (sheets.isEmpty()) {
                throw WorkbookGuard.notAWorkbook();
            }
            var rows = take(reader.sheet(0), HEAD);
            return new Judged(TableFormat.xlsx(0, Delimiters.headerLine(rows)), 100, false, sheets);
        }
    }

    /** Number of the row that seems to name the columns. */
    public static long headerLine(Content content, TableFormat format) throws IOException {
        return Delimiters.headerLine(head(content, format, HEAD));
    }

    /** The first rows, header and all. */
    public static List<Line> head(Content content, TableFormat format, int rows) throws IOException {
        try (var reader = openAll(content, format)) {
            return take(reader, rows);
        }
    }

    /** All rows of the file from its beginning. */
    public static TableReader openAll(Content content, TableFormat format) throws IOException {
        return switch (format.kind()) {
            case CSV -> new CsvTableReader(content, format, TableLimits.USUAL);
            case XLSX -> sheet(content, format);
        };
    }

    private static TableReader sheet(Content content, TableFormat format) throws IOException {
        var reader = new XlsxTableReader(content, TableLimits.USUAL);
        try {
            return reader.sheet(format.sheet());
        }
        catch (RuntimeException refused) {
            reader.close();
            throw refused;
        }
    }

    /** The rows below the header. */
    public static TableReader open(Content content, TableFormat format) throws IOException {
        var reader = openAll(content, format);
        return new TableReader() {
            @Override
            public @Nullable Line next() throws IOException {
                var line = reader.next();
                while (line != null && line.number() <= format.headerLine()) {
                    line = reader.next();
                }
                return line;
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    /** A writer that makes a file like the one that was read. */
    public static TableWriter writerLike(java.io.OutputStream out, TableFormat format, boolean mark, String title)
            throws IOException {
        return format.kind() == TableKind.XLSX ? new XlsxTableWriter(out, title)
                : CsvTableWriter.like(out, format.charset(), format.separator(), mark);
    }

    private static List<Line> take(TableReader reader, int rows) throws IOException {
        List<Line> head = new ArrayList<>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            head.add(line);
            if (head.size() == rows) {
                break;
            }
        }
        return head;
    }

}
