package io.cesm.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cesm.web.pdf.PdfPart.Cell;
import io.cesm.web.pdf.PdfPart.Fact;
import io.cesm.web.pdf.PdfPart.Head;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.context.support.ResourceBundleMessageSource;

class PdfWritingTests {

    private static final String PATH = """
            {"kind":"path","label":"趋势","digits":1,"unit":"%","x":["一月","二月","三月"],"centre":12,
             "points":[{"name":"一月","value":10,"low":5,"high":18,"n":60,"limitLow":0,"limitHigh":22},
                       {"name":"二月","value":null,"hidden":true},{"name":"三月","value":24,"grey":true,"alarm":true,"limitHigh":22}]}""";

    private static final List<String> CHARTS = List.of(PATH, """
            {"kind":"dots","label":"得分","digits":1,"unit":"","min":0,"max":100,"line":70,"lineName":"全体",
             "rows":[{"name":"交付","value":62.5,"low":55,"high":70,"n":34},{"name":"少数","value":null,"hidden":true}]}""",
            """
                    {"kind":"quadrant","xName":"重要度","yName":"得分","xLine":5,"yLine":6,"corners":["先改进","保持","低优先","过度"],
                     "points":[{"name":"交付","x":4,"y":7,"tone":"CONCENTRATE"},{"name":"质量","x":6,"y":5,"tone":"KEEP_UP"}]}""",
            """
                    {"kind":"heat","x":["认知","规格"],"y":["IPD","LTC"],"min":0,"max":9,"diverging":false,"values":[[3,null],[0,9]]}""",
            """
                    {"kind":"waterfall","steps":[{"name":"E","to":86,"total":true,"color":"E","text":"86"},{"name":"C−E","from":86,"to":78,"color":"minus","text":"−8"},{"name":"D","missing":true}]}""",
            """
                    {"kind":"bar","x":["一月","二月"],"labels":true,"series":[{"name":"收到","data":[3,4]},{"name":"关闭","data":[null,2]}]}""",
            """
                    {"kind":"bar","horizontal":true,"stack":true,"min":0,"max":100,"x":["交付"],"series":[{"name":"差","data":[30],"color":"minus"},{"name":"好","data":[70],"color":"plus"}]}""",
            """
                    {"kind":"line","x":["一月","二月"],"series":[{"name":"我们","data":[3,4]},{"name":"对手","data":[2,null]}]}""");

    private final PdfWriting writing = writing();

    @Test
    void saysOnEveryPageWhatItIsWhoseOfWhenAndWhichOfHowMany() throws IOException {
        var reader = read(report(120));
        assertThat(reader.getNumberOfPages()).isGreaterThan(2);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            assertThat(text(reader, page)).contains("客户满意度月报", "华东区", "2026年11月", "截至 2026-11-27 10:00",
                    "第 " + page + " 页", "共 " + reader.getNumberOfPages() + " 页");
        }
    }

    @Test
    void repeatsTheHeadOfATableAndNeverSplitsARow() throws IOException {
        var reader = read(report(120));
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            var text = text(reader, page);
            assertThat(text).contains("客户的话");
            long begun = text.lines().filter(it -> it.contains("起R")).count();
            long ended = text.lines().filter(it -> it.contains("R止")).count();
            assertThat(begun).as("rows begun and ended on page " + page).isEqualTo(ended);
        }
    }

    @Test
    void bringsItsChineseLettersAlong() throws IOException {
        var reader = read(PdfDocument.build("朱镕基、赵赟、王堃、李喆", Locale.SIMPLIFIED_CHINESE)
            .text("满意度 滿意度 −8.5 ≥ 95 % Łódź Привет")
            .document());
        assertThat(text(reader, 1)).contains("朱镕基、赵赟、王堃、李喆", "满意度 滿意度 −8.5 ≥ 95 % Łódź Привет").doesNotContain("□");
        assertThat(embedded(reader)).isTrue();
    }

    @Test
    void saysWhatToDoForLettersItLacks() throws IOException {
        var reader = read(PdfDocument.build("Seoul 서울", Locale.ENGLISH).text("ok").document());
        assertThat(text(reader, 1)).contains("Seoul □□", "2 characters", "U+C11C", "cesm.pdf.fonts");
    }

    @Test
    void drawsChartsAsVectorsWithTheirFigures() throws IOException {
        var document = PdfDocument.build("图", Locale.SIMPLIFIED_CHINESE);
        CHARTS.forEach(it -> document.heading("图表").chart(it, 160));
        var reader = read(document.document());
        var all = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            all.append(text(reader, page));
        }
        assertThat(all).contains("62.5", "n 34", "不足 5 人", "10.0%", "24.0%", "先改进", "规格", "−8", "收到", "对手");
        for (int i = 1; i < reader.getXrefSize(); i++) {
            PdfObject object = reader.getPdfObject(i);
            if (object instanceof PdfDictionary dictionary) {
                assertThat(dictionary.get(PdfName.SUBTYPE)).isNotEqualTo(PdfName.IMAGE);
            }
        }
    }

    @Test
    void laysAWideTableOnItsSide() throws IOException {
        var heads = new ArrayList<Head>();
        var row = new ArrayList<Cell>();
        for (int i = 0; i < 12; i++) {
            heads.add(new Head("列" + i, true));
            row.add(Cell.of("12345"));
        }
        var reader = read(PdfDocument.build("宽", Locale.CHINA).grid(heads, List.of(row)).document());
        assertThat(reader.getPageSizeWithRotation(1).getWidth())
            .isGreaterThan(reader.getPageSizeWithRotation(1).getHeight());
    }

    private static PdfDocument report(int rows) {
        var table = new ArrayList<List<Cell>>();
        for (int i = 0; i < rows; i++) {
            table
                .add(List.of(Cell.of("起R" + i + "。" + "交付比承诺晚了两周，我们的产线停了，".repeat(1 + i % 5) + "R止"), Cell.of("−8.5")));
        }
        return PdfDocument.build("客户满意度月报", Locale.SIMPLIFIED_CHINESE)
            .unit("华东区")
            .period("2026年11月")
            .asOf("2026-11-27 10:00")
            .facts(List.of(new Fact("部门", "华东区")))
            .grid(List.of(new Head("客户的话", false), new Head("差距", true)), table)
            .document();
    }

    private PdfReader read(PdfDocument document) throws IOException {
        return new PdfReader(writing.write(document));
    }

    private static String text(PdfReader reader, int page) throws IOException {
        return new PdfTextExtractor(reader).getTextFromPage(page);
    }

    private static boolean embedded(PdfReader reader) {
        for (int i = 1; i < reader.getXrefSize(); i++) {
            if (reader.getPdfObject(i) instanceof PdfDictionary dictionary
                    && dictionary.get(PdfName.FONTFILE2) != null) {
                return true;
            }
        }
        return false;
    }

    private static PdfWriting writing() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/pdf");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PdfWriting(new PdfFonts(new PdfSettings(List.<Path>of())), messages,
                Clock.fixed(Instant.parse("2026-11-27T02:00:00Z"), ZoneOffset.UTC));
    }

}
