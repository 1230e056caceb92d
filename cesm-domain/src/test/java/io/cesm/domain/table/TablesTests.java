package io.cesm.domain.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TablesTests {

    private record Line(String name, BigDecimal figure) {
    }

    private static final List<Column<Line>> COLUMNS = List.of(new Column<>("客户", Line::name),
            new Column<>("figure", Line::figure));

    @ParameterizedTest
    @ValueSource(strings = { "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1+1", "＋1",
            "－1", "＠x", " =1", "\"=1", "\uFEFF=1", "'=1", "  \u3000=HYPERLINK(\"http://x\")", "|cmd", "%0A=1", "\n=1" })
    void everyFormulaIsWrittenAsWords(String hostile) throws IOException {
        var lines = List.of(new Line(hostile, BigDecimal.ONE));

        var field = readBack(csv(lines)).get(1).getFirst();
        assertThat(field).startsWith("'").doesNotContain("\0");

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx(lines)))) {
            var cell = book.getFirstSheet().read().get(1).getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
            assertThat(cell.asString()).startsWith("'");
        }
        assertThat(sheetXml(xlsx(lines))).doesNotContain("<f>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1", "+86 138 0013 8000", "-x", "@you", "＝1", " =1" })
    void whatWasDefusedComesBackAsItWas(String text) {
        assertThat(Formulas.restored(Formulas.defused(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "鸿远重工", "O'Neill", "a=b", "1-2", "'tis", "", "100%" })
    void plainWordsStayUntouched(String text) {
        assertThat(Formulas.defused(text)).isEqualTo(text);
        assertThat(Formulas.restored(text)).isEqualTo(text);
    }

    @Test
    void headersAreDefusedToo() throws IOException {
        var out = new ByteArrayOutputStream();
        Tables.csv(out, List.of(new Column<String>("=1+1", it -> it)), Stream.of("a"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF'=1+1\r\na\r\n");
    }

    @Test
    void aSheetIsNeverNamedLikeAFormula() throws IOException {
        var out = new ByteArrayOutputStream();
        Tables.xlsx(out, "=cmd|'/c':*?[x]", List.of(new Column<String>("h", it -> it)), Stream.of("a"));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("cmd|  c     x");
        }
    }

    @Test
    void csvCarriesAMarkForExcelAndQuotesAsTheStandardSays() {
        var bytes = csv(List.of(new Line("a \"b\", c\nd", new BigDecimal("-1.50"))));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
            .isEqualTo("\uFEFF客户,figure\r\n\"a \"\"b\"\", c\nd\",-1.50\r\n");
    }

    @Test
    void numbersAndDatesStayWhatTheyAreInAWorkbook() throws IOException {
        var out = new ByteArrayOutputStream();
        Tables.xlsx(out, "t",
                List.of(new Column<LocalDate>("day", it -> it), new Column<LocalDate>("year", LocalDate::getYear)),
                Stream.of(LocalDate.of(2026, 11, 22)));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 22));
            assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("2026");
        }
    }

    @Test
    void manyRowsPassThroughLittleMemory() throws IOException {
        var rows = IntStream.range(0, 50_000).mapToObj(i -> new Line("客户 " + i, BigDecimal.valueOf(i)));
        var out = new ByteArrayOutputStream();
        Tables.xlsx(out, "many", COLUMNS, rows);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var read = book.getFirstSheet().openStream()) {
            assertThat(read.count()).isEqualTo(50_001);
        }
    }

    private static byte[] csv(List<Line> lines) {
        var out = new ByteArrayOutputStream();
        Tables.csv(out, COLUMNS, lines.stream());
        return out.toByteArray();
    }

    private static byte[] xlsx(List<Line> lines) {
        var out = new ByteArrayOutputStream();
        Tables.xlsx(out, "客户", COLUMNS, lines.stream());
        return out.toByteArray();
    }

    private static List<List<String>> readBack(byte[] csv) throws IOException {
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
            .detectBomHeader(true)
            .ofCsvRecord(new ByteArrayInputStream(csv))) {
            return reader.stream().map(de.siegmar.fastcsv.reader.CsvRecord::getFields).toList();
        }
    }

    private static String sheetXml(byte[] xlsx) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(xlsx).get();
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

}
