package io.cesm.domain.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.cesm.domain.kernel.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostileWorkbookTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void readsTextsNumbersAndDatesAsPeopleSeeThem() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "t", "1.0")) {
            var sheet = book.newWorksheet("客户");
            sheet.value(0, 0, "名称");
            sheet.value(0, 1, "电话");
            sheet.value(0, 2, "日期");
            sheet.value(1, 0, "鸿远");
            sheet.value(1, 1, 13800138000L);
            sheet.value(1, 2, java.time.LocalDate.of(2026, 11, 22));
            sheet.style(1, 2).format("yyyy/m/d").set();
        }
        var content = content(out.toByteArray());
        var judged = TableFiles.judge(content);
        assertThat(judged.sheets()).containsExactly("客户");
        try (var rows = TableFiles.open(content, judged.format())) {
            assertThat(rows.next()).isEqualTo(new Line(2, List.of("鸿远", "13800138000", "2026-11-22")));
            assertThat(rows.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", SHEET,
            "xl/worksheets/_rels/sheet1.xml.rels" })
    @Timeout(10)
    void anExternalEntityIsRefusedAndNobodyIsAsked(String part) throws IOException {
        try (var canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(200);
            var address = "http://127.0.0.1:" + canary.getLocalPort() + "/x.dtd";
            for (var doctype : List.of("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]>",
                    "<!DOCTYPE a SYSTEM \"" + address + "\">",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>")) {
                assertRefused(with(part, doctype + "<sst>&x;</sst>"), "table.not_a_workbook");
            }
            assertThatExceptionOfType(java.net.SocketTimeoutException.class).isThrownBy(canary::accept);
        }
    }

    @Test
    @Timeout(10)
    void aBillionLaughsAreRefused() throws IOException {
        var laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertRefused(with("xl/sharedStrings.xml", laughs + "]><sst><si><t>&a9;</t></si></sst>"),
                "table.not_a_workbook");
    }

    @Test
    void aDoctypeInWideCharactersIsRefusedToo() throws IOException {
        var parts = parts();
        parts.put("xl/sharedStrings.xml", "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><sst/>"
            .getBytes(StandardCharsets.UTF_16LE));
        assertRefused(zip(parts), "table.not_a_workbook");
    }

    @Test
    @Timeout(10)
    void aZipBombIsRefused() throws IOException {
        var parts = parts();
        parts.put("xl/media/bomb.bin", new byte[64 * 1024 * 1024]);
        assertRefused(zip(parts), "table.workbook_too_large");
    }

    @Test
    @Timeout(30)
    void aHundredThousandPartsAreRefused() throws IOException {
        var parts = parts();
        IntStream.range(0, 100_000).forEach(i -> parts.put("x/" + i, new byte[0]));
        assertRefused(zip(parts), "table.workbook_too_large");
    }

    @Test
    void moreThanTwoHundredPartsAreRefused() throws IOException {
        var parts = parts();
        IntStream.range(0, 250).forEach(i -> parts.put("x/" + i, new byte[0]));
        assertRefused(zip(parts), "table.workbook_too_large");
    }

    @Test
    void falseSizesAreNotBelieved() throws IOException {
        var parts = parts();
        parts.put("xl/media/bomb.bin", new byte[64 * 1024 * 1024]);
        var bomb = zip(parts);
        for (int i = 0; i < bomb.length - 46; i++) {
            if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
                Arrays.fill(bomb, i + 24, i + 28, (byte) 1);
            }
        }
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> readAll(bomb));
    }

    @Test
    void aNestedArchiveIsNeverOpened() throws IOException {
        var parts = parts();
        parts.put("xl/embeddings/inner.zip", zip(Map.of("x", new byte[1 << 20])));
        assertThat(readAll(zip(parts))).isEqualTo(1);
    }

    @Test
    void aCutFileIsRefused() throws IOException {
        var whole = zip(parts());
        for (int length : new int[] { 5, 100, whole.length / 2, whole.length - 10 }) {
            assertRefused(Arrays.copyOf(whole, length), "table.not_a_workbook");
        }
    }

    @Test
    void anArchiveWithoutAWorkbookIsRefused() throws IOException {
        assertRefused(zip(Map.of("word/document.xml", "<a/>".getBytes())), "table.not_a_workbook");
    }

    @Test
    void moreRowsThanASheetMayHaveAreRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        Tables.xlsx(out, "t", List.of(new Column<Integer>("n", i -> i)), IntStream.rangeClosed(0, 50_000).boxed());
        assertRefused(out.toByteArray(), "table.sheet_too_long");
    }

    @Test
    void moreThanTwoHundredColumnsAreRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "t", "1.0")) {
            book.newWorksheet("t").value(0, 300, "far right");
        }
        assertRefused(out.toByteArray(), "table.too_many_columns");
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> readAll(file))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static int readAll(byte[] file) throws IOException {
        var content = content(file);
        var judged = TableFiles.judge(content);
        int rows = 0;
        try (var reader = TableFiles.open(content, judged.format())) {
            while (reader.next() != null) {
                rows++;
            }
        }
        return rows;
    }

    private static byte[] with(String part, String xml) throws IOException {
        var parts = parts();
        parts.put(part, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static Map<String, byte[]> parts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "t", "1.0")) {
            var sheet = book.newWorksheet("t");
            sheet.value(0, 0, "name");
            sheet.value(1, 0, "value");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
            .setByteArray(out.toByteArray())
            .get()) {
            for (var entry : java.util.Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

}
