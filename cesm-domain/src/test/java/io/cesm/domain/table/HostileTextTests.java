package io.cesm.domain.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostileTextTests {

    private static final String CHINESE = "客户编号,名称,电话\r\nK1,上海鸿远重工有限公司,021-5888 1234\r\nK2,北京精工设备公司,138 0013 8000\r\n";

    private static final String KOREAN = "고객번호,이름,전화\r\nK1,한국전자 주식회사,02-123-4567\r\nK2,서울 기계 공업사의 담당자,010-1234-5678\r\n";

    private static final String GERMAN = "Nr,Name,Ort\r\n1,Müller & Söhne,Köln\r\n2,Größer Maschinenbau,Düsseldorf\r\n";

    @ParameterizedTest
    @CsvSource({ "UTF-8,UTF-8,C", "UTF-8,UTF-8,K", "GB18030,GB18030,C", "x-windows-949,CP949,K", "UTF-16LE,UTF-16LE,C",
            "UTF-16BE,UTF-16BE,K", "UTF-16LE,UTF-16LE,G", "UTF-16BE,UTF-16BE,C", "windows-1252,WINDOWS-1252,G",
            "UTF-8,UTF-8,G" })
    void findsTheEncodingWithoutAMark(String written, String found, String language) throws IOException {
        var text = switch (language) {
            case "C" -> CHINESE;
            case "K" -> KOREAN;
            default -> GERMAN;
        };
        var content = content(text.getBytes(Charset.forName(written)));

        var judged = TableFiles.judge(content);

        assertThat(judged.format().encoding()).isEqualTo(found);
        assertThat(judged.format().delimiter()).isEqualTo(",");
        assertThat(rows(content, judged.format()).getFirst().cells())
            .isEqualTo(List.of(text.split("\r\n")[1].split(",")));
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8,UTF-8", "UTF-16LE,UTF-16LE", "UTF-16BE,UTF-16BE" })
    void findsTheEncodingByItsMark(String written, String found) throws IOException {
        var content = content(("\uFEFF" + CHINESE).getBytes(Charset.forName(written)));

        var judged = TableFiles.judge(content);

        assertThat(judged.format().encoding()).isEqualTo(found);
        assertThat(judged.confidence()).isEqualTo(100);
        assertThat(TableFiles.head(content, judged.format(), 1).getFirst().cells()).first().isEqualTo("客户编号");
    }

    @Test
    void saysHowSureItIs() throws IOException {
        assertThat(TableFiles.judge(content(CHINESE.getBytes("GB18030"))).confidence()).isBetween(60, 95);
        assertThat(TableFiles.judge(content(GERMAN.getBytes("windows-1252"))).confidence()).isLessThan(50);
    }

    @Test
    void aWrongEncodingIsRefusedWithThePlace() {
        var content = content(CHINESE.getBytes(Charset.forName("GB18030")));
        var wrong = TableFormat.csv("UTF-8", ",", 1);
        assertRefused("table.encoding_wrong", content, wrong);
    }

    @Test
    void findsTheDelimiter() throws IOException {
        assertThat(TableFiles.judge(content("a,b,c\n1,2,3\n".getBytes())).format().delimiter()).isEqualTo(",");
        assertThat(TableFiles.judge(content("a;b\n1,5;2\n2,5;3\n".getBytes())).format().delimiter()).isEqualTo(";");
        assertThat(TableFiles.judge(content("a|b|c\n1|2|3\n".getBytes())).format().delimiter()).isEqualTo("|");
        assertThat(TableFiles.judge(content("a\tb\n1\t2,5\n".getBytes())).format().delimiter()).isEqualTo("\t");
    }

    @Test
    void findsTheHeaderBelowATitle() throws IOException {
        var judged = TableFiles.judge(content("客户清单,,\n制表 2026,,\n编号,名称,电话\n1,甲,2\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(judged.format().headerLine()).isEqualTo(3);
    }

    @Test
    void mixedLineEndsAndBreaksInsideValuesKeepTheLineNumbers() throws IOException {
        var content = content("a,b\r\n1,\"x\ny\"\n2,z\r3,w\r\n\r\n,\n4,v".getBytes());
        var rows = rows(content, TableFormat.csv("UTF-8", ",", 1));
        assertThat(rows).extracting(Line::cells)
            .containsExactly(List.of("1", "x\ny"), List.of("2", "z"), List.of("3", "w"), List.of("4", "v"));
        assertThat(rows).extracting(Line::number).startsWith(2L, 4L);
    }

    @Test
    void anUnclosedQuoteIsRefusedWithItsLine() {
        var refusal = assertRefused("table.quote_not_closed", content("a,b\n1,2\n3,\"open\n4,5\n".getBytes()),
                TableFormat.csv("UTF-8", ",", 1));
        assertThat(refusal.args()).containsExactly(3L);
    }

    @Test
    void nulIsRefusedWithItsLine() {
        var refusal = assertRefused("table.nul", content("a,b\n1,x\0y\n".getBytes()), TableFormat.csv("UTF-8", ",", 1));
        assertThat(refusal.args()).containsExactly(2L);
    }

    @Test
    void aMillionColumnsAreRefused() {
        assertRefused("table.too_many_columns", content(("a,b\n" + ",".repeat(900_000)).getBytes()),
                TableFormat.csv("UTF-8", ",", 1));
    }

    @Test
    @Timeout(20)
    void aLineOfAGigabyteIsRefusedWithoutBeingRead() {
        Content endless = () -> new SequenceInputStream(new ByteArrayInputStream("a,b\n".getBytes()), endless());
        var refusal = assertRefused("table.line_too_long", endless, TableFormat.csv("UTF-8", ",", 1));
        assertThat(refusal.args()).containsExactly(2L, 1_000_000);
    }

    @Test
    @Timeout(20)
    void aQuoteThatSwallowsTheFileIsRefused() {
        var lines = ("1,\"" + "x\n".repeat(600_000)).getBytes();
        assertRefused("table.quote_not_closed", content(lines), TableFormat.csv("UTF-8", ",", 0));
    }

    @Test
    void moreThanAMillionRowsAreRefused() {
        var limits = new TableLimits(200, 1_000_000, 3, 3, 200, 1, 1, 1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> {
            try (var reader = new CsvTableReader(content("h\n1\n2\n3\n4\n".getBytes()),
                    TableFormat.csv("UTF-8", ",", 1), limits)) {
                while (reader.next() != null) {
                    continue;
                }
            }
        }).satisfies(refusal -> assertThat(refusal.code()).isEqualTo("table.too_many_rows"));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> TableFiles.judge(content("%PDF-1.7".getBytes())));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> TableFiles.judge(content(new byte[0])));
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> TableFiles.judge(content(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0 })))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("table.old_excel"));
    }

    private static InputStream endless() {
        return new InputStream() {

            private long left = 1L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                left -= length;
                return length;
            }
        };
    }

    private static Refusal assertRefused(String code, Content content, TableFormat format) {
        var refusal = org.junit.jupiter.api.Assertions.assertThrows(Refusal.class, () -> rows(content, format));
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    private static List<Line> rows(Content content, TableFormat format) throws IOException {
        List<Line> rows = new ArrayList<>();
        try (var reader = TableFiles.open(content, format)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

}
