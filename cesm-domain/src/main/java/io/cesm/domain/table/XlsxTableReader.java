package io.cesm.domain.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Refusal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of a workbook that has been judged; it lies beside us only while open.
 */
final class XlsxTableReader implements TableReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final TableLimits limits;

    private final Path file;

    private final ReadableWorkbook workbook;

    private @Nullable Stream<Row> stream;

    private @Nullable Iterator<Row> rows;

    private long count;

    XlsxTableReader(Content content, TableLimits limits) throws IOException {
        this.limits = limits;
        this.file = Files.createTempFile("cesm-workbook", ".xlsx");
        try {
            try (var in = content.open(); var out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            WorkbookGuard.judge(file, limits);
            this.workbook = open(file);
        }
        catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(file);
            throw refused;
        }
    }

    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        }
        catch (IOException | RuntimeException broken) {
            throw WorkbookGuard.notAWorkbook();
        }
    }

    List<String> sheets() {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    XlsxTableReader sheet(int index) {
        var sheet = workbook.getSheet(index).orElseThrow(() -> new Refusal("table.sheet_unknown", index + 1));
        try {
            stream = sheet.openStream();
            rows = stream.iterator();
            return this;
        }
        catch (IOException | RuntimeException broken) {
            throw WorkbookGuard.notAWorkbook();
        }
    }

    @Override
    public @Nullable Line next() {
        var all = rows;
        if (all == null) {
            return null;
        }
        try {
            while (all.hasNext()) {
                var line = line(all.next());
                if (!line.isBlank()) {
                    if (++count > limits.sheetRows() + 1) {
                        throw new Refusal("table.sheet_too_long", limits.sheetRows());
                    }
                    return line;
                }
            }
            return null;
        }
        catch (Refusal refused) {
            throw refused;
        }
        catch (RuntimeException broken) {
            throw WorkbookGuard.notAWorkbook();
        }
    }

    private Line line(Row row) {
        if (row.getCellCount() > limits.columns() && filled(row) > limits.columns()) {
            throw new Refusal("table.too_many_columns", row.getRowNum(), limits.columns());
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), limits.columns()); i++) {
            cells.add(text(row.getCell(i)));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static int filled(Row row) {
        int last = 0;
        for (var cell : row) {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                last = cell.getColumnIndex() + 1;
            }
        }
        return last;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? date(cell) : plain(number);
        }
        var text = cell.getText();
        return text == null ? "" : Formulas.restored(text.replace("_x000D_", "").strip());
    }

    private static String plain(BigDecimal number) {
        if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
            return number.toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String date(Cell cell) {
        var date = cell.asDate();
        return date.toLocalTime().toSecondOfDay() == 0 ? date.toLocalDate().toString() : date.format(TIME);
    }

    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        var format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        var bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.contains("yy") || (bare.contains("d") && bare.contains("m"));
    }

    @Override
    public void close() throws IOException {
        try {
            if (stream != null) {
                stream.close();
            }
            workbook.close();
        }
        finally {
            Files.deleteIfExists(file);
        }
    }

}
