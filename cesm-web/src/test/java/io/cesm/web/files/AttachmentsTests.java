package io.cesm.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.ContentDisposition;

class AttachmentsTests {

    @ParameterizedTest
    @ValueSource(strings = { "x.txt\r\nSet-Cookie: a=b", "a\"; filename=\"b.html", "客户 清单.xlsx", "../../etc/passwd",
            "CON", "\u202Egpj.exe", "a\u0000b.pdf", "a;b,c=d.csv" })
    void aNameStaysInsideItsHeader(String name) {
        var headers = Attachments.headers(name, "application/octet-stream");
        var header = String.valueOf(headers.getFirst("Content-Disposition"));
        assertThat(header).startsWith("attachment;").matches("[\\x20-\\x7E]*");
        assertThat(ContentDisposition.parse(header).getType()).isEqualTo("attachment");
        assertThat(headers.headerNames()).doesNotContain("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/html", "image/svg+xml", "application/pdf" })
    void nothingIsRunInAWindowOfOurs(String type) {
        var headers = Attachments.headers("a", type);
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("sandbox");
        assertThat(headers.getCacheControl()).contains("no-store");
    }

}
