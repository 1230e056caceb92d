package io.cesm.domain.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import io.cesm.domain.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JudgingFilesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            报价单.pdf|报价单.pdf
            ../../etc/passwd|passwd
            C:\\Windows\\win.ini|win.ini
            a\u202Egpj.exe|agpj.exe
            a\u200B\u2066b.txt|ab.txt
            x"; filename="y.html|x_; filename=_y.html
            ..|file
            ''|file
            """)
    void aNameIsOnlyALabel(String sent, String label) {
        assertThat(FileLabel.of(sent)).isEqualTo(label);
    }

    @Test
    void controlCharactersLeaveTheNameAndALongNameKeepsItsEnding() {
        assertThat(FileLabel.of("a\r\nSet-Cookie: x\0.pdf")).isEqualTo("aSet-Cookie_ x.pdf");
        assertThat(FileLabel.of("长".repeat(500) + ".docx")).hasSize(200).endsWith(".docx");
        assertThat(FileLabel.of(null)).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
            "<?xml version='1.0'?><a/>", "hello <script>", "<HTA:APPLICATION>", "<?php x", "MZ\u0090\u0000\u0003" })
    void whatABrowserOrMachineWouldRunIsNotTaken(String content) {
        assertThat(MediaTypes.of(content.getBytes(StandardCharsets.ISO_8859_1), "x.txt")).isNull();
    }

    @Test
    void whatItIsIsFoundInTheContentNotInTheName() throws IOException {
        assertThat(MediaTypes.of(picture("png"), "x.exe")).isEqualTo("image/png");
        assertThat(MediaTypes.of(picture("jpg"), "x.html")).isEqualTo("image/jpeg");
        assertThat(MediaTypes.of("%PDF-1.7".getBytes(), "x")).isEqualTo("application/pdf");
        assertThat(MediaTypes.of("OggS\0\0".getBytes(), "x")).isEqualTo("audio/ogg");
        assertThat(MediaTypes.of("\0\0\0\u0020ftypM4A \0\0".getBytes(StandardCharsets.ISO_8859_1), "x"))
            .isEqualTo("audio/mp4");
        assertThat(MediaTypes.of("From: a@b.c\r\nTo: d@e.f\r\n\r\nhello".getBytes(), "x.eml"))
            .isEqualTo("message/rfc822");
        assertThat(MediaTypes.of("客户说：明天".getBytes(StandardCharsets.UTF_8), "x.txt")).isEqualTo("text/plain");
        assertThat(MediaTypes.of("客户,说".getBytes("GB18030"), "x.csv")).isEqualTo("text/csv");
        assertThat(MediaTypes.of(zip("word/document.xml"), "x")).endsWith("wordprocessingml.document");
        assertThat(MediaTypes.of(zip("xl/workbook.xml"), "x")).endsWith("spreadsheetml.sheet");
    }

    @Test
    void archivesAndMacrosAreNotTaken() throws IOException {
        assertThat(MediaTypes.of(zip("evil.js"), "x.docx")).isNull();
        assertThat(MediaTypes.of(zip("word/document.xml", "word/vbaProject.bin"), "x.docx")).isNull();
        assertThat(MediaTypes.of("PK\3\4cut".getBytes(), "x.xlsx")).isNull();
    }

    @Test
    void aPictureOfFiftyThousandTimesFiftyThousandIsRefusedByItsHeader() throws IOException {
        var flood = picture("png");
        ByteBuffer.wrap(flood).putInt(16, 50_000).putInt(20, 50_000);
        var crc = new CRC32();
        crc.update(flood, 12, 17);
        ByteBuffer.wrap(flood).putInt(29, (int) crc.getValue());

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Pictures.cleaned(flood, "image/png"))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("file.picture_too_large"));
    }

    @Test
    void aPhotoLosesPlaceAndPhoneButNotItsTurn() throws IOException {
        var exif = "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0 GPS 31.2304N +8613800138000";
        var photo = withSegment(picture("jpg"), exif.getBytes(StandardCharsets.ISO_8859_1));

        var cleaned = Pictures.cleaned(photo, "image/jpeg");

        var text = new String(cleaned, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("GPS").doesNotContain("138").contains("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(cleaned)).getWidth()).isEqualTo(8);
    }

    @Test
    void aPngLosesItsWords() throws IOException {
        var png = picture("png");
        var words = "Author\0Li Lei".getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update("tEXt".getBytes());
        crc.update(words);
        var out = ByteBuffer.allocate(png.length + words.length + 12);
        out.put(png, 0, 33).putInt(words.length).put("tEXt".getBytes()).put(words).putInt((int) crc.getValue());
        out.put(png, 33, png.length - 33);

        var cleaned = Pictures.cleaned(out.array(), "image/png");

        assertThat(cleaned).isEqualTo(png);
    }

    @Test
    void aBrokenPictureIsRefused() {
        var broken = new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 9, 1 };
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Pictures.cleaned(broken, "image/jpeg"));
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] withSegment(byte[] jpeg, byte[] data) {
        var out = ByteBuffer.allocate(jpeg.length + data.length + 4);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (data.length + 2)).put(data);
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes());
            }
        }
        return out.toByteArray();
    }

}
