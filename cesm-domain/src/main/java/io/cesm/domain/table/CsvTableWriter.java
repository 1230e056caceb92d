package io.cesm.domain.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as RFC 4180 has them. */
final class CsvTableWriter implements TableWriter {

    private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private final CsvWriter csv;

    private CsvTableWriter(OutputStream out, Charset charset, char separator) {
        this.csv = CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(16_384)
            .build(out, charset);
    }

    static CsvTableWriter forExcel(OutputStream out) throws IOException {
        out.write(MARK);
        return new CsvTableWriter(out, StandardCharsets.UTF_8, ',');
    }

    static CsvTableWriter like(OutputStream out, Charset charset, char separator, boolean mark) throws IOException {
        if (mark) {
            out.write("\uFEFF".getBytes(charset));
        }
        return new CsvTableWriter(out, charset, separator);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        var record = csv.writeRecord();
        for (var value : values) {
            record.writeField(Cells.text(value));
        }
        record.endRecord();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

}
