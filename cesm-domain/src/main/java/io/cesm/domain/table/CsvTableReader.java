package io.cesm.domain.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.cesm.domain.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads comma-separated values as people's programs write them. */
final class CsvTableReader implements TableReader {

    private final TableLimits limits;

    private final Rows rows;

    private final CsvReader<Line> csv;

    private final Iterator<Line> all;

    private long count;

    CsvTableReader(Content content, TableFormat format, TableLimits limits) throws IOException {
        this.limits = limits;
        this.rows = new Rows(limits.columns());
        var encoding = format.encoding() == null ? "UTF-8" : format.encoding();
        var text = new InputStreamReader(content.open(), Encodings.strict(encoding));
        this.csv = CsvReader.builder()
            .fieldSeparator(format.separator())
            .detectBomHeader(false)
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(2 * limits.lineLength())
            .build(rows, new GuardedReader(text, encoding, limits.lineLength()));
        this.all = csv.iterator();
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            while (all.hasNext()) {
                var line = all.next();
                if (!line.isBlank()) {
                    if (++count > limits.csvRows() + 1) {
                        throw new Refusal("table.too_many_rows", limits.csvRows());
                    }
                    return line;
                }
            }
            return null;
        }
        catch (CsvParseException broken) {
            if (broken.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new Refusal("table.quote_not_closed", rows.begun());
        }
        catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static final class Rows extends AbstractBaseCsvCallbackHandler<Line> {

        private final int columns;

        private List<String> cells = new ArrayList<>();

        Rows(int columns) {
            this.columns = columns;
        }

        long begun() {
            return Math.max(1, getStartingLineNumber());
        }

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= columns) {
                throw new Refusal("table.too_many_columns", begun(), columns);
            }
            var text = new String(buffer, offset, length);
            if (index == 0 && begun() == 1 && text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            cells.add(Formulas.restored(text.strip()));
        }

        @Override
        protected Line buildRecord() {
            return new Line(begun(), cells);
        }

    }

}
