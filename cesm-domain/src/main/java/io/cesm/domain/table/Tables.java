package io.cesm.domain.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV or XLSX while they are read. Give it the stream of a database cursor
 * (a transaction and a fetch size) and memory stays flat however many rows there are.
 */
public final class Tables {

    private Tables() {
    }

    /** UTF-8 with a byte order mark, so that Excel reads Chinese. */
    public static <T> void csv(OutputStream out, List<Column<T>> columns, Stream<T> rows) {
        write(TableKind.CSV, out, "", columns, rows);
    }

    /**
     * A workbook of one sheet; more rows than a sheet holds go on in a further one.
     * @param title what stands on the sheet's tab
     */
    public static <T> void xlsx(OutputStream out, String title, List<Column<T>> columns, Stream<T> rows) {
        write(TableKind.XLSX, out, title, columns, rows);
    }

    /** Writes in the form that was asked for. */
    public static <T> void write(TableKind kind, OutputStream out, String title, List<Column<T>> columns,
            Stream<T> rows) {
        write(kind, out, title, columns, rows, null);
    }

    /**
     * Writes in the form that was asked for.
     * @param appendix what explains it, if anything
     */
    public static <T> void write(TableKind kind, OutputStream out, String title, List<Column<T>> columns,
            Stream<T> rows, @Nullable Appendix appendix) {
        try (rows; var writer = kind.writer(out, title)) {
            writer.row(columns.stream().map(Column::header).toList());
            var all = rows.iterator();
            while (all.hasNext()) {
                writer.row(values(columns, all.next()));
            }
            if (appendix != null) {
                writer.append(appendix);
            }
        }
        catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static <T> List<@Nullable Object> values(List<Column<T>> columns, T row) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            values.add(column.value().apply(row));
        }
        return values;
    }

}
