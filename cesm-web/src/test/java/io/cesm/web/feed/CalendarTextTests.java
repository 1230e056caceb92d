package io.cesm.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class CalendarTextTests {

    private static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");

    @Test
    void isAWholeDayThatBlocksNoTime() {
        assertThat(text("备件", "E-1"))
            .contains("BEGIN:VEVENT\r\nUID:u1@cesm\r\nDTSTAMP:20261127T050000Z\r\n",
                    "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n", "TRANSP:TRANSPARENT\r\n")
            .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void breaksLinesBeforeTheyGrowTooLongAndNeverInsideACharacter() {
        var words = "备件要两天内到现场😀".repeat(40);
        var text = text(words, words);
        assertThat(Arrays.stream(text.split("\r\n")))
            .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + words + "\r\n");
    }

    @Test
    void letsNoTextOutOfItsLine() {
        assertThat(text("a,b;c\\d\nEND:VEVENT\rX\u0007", "w").replace("\r\n ", ""))
            .contains("SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENTX\r\n")
            .containsOnlyOnce("\r\nEND:VEVENT");
    }

    private static String text(String title, String words) {
        return CalendarText.named("CESM", NOW)
            .day("u1@cesm", LocalDate.of(2026, 12, 31), title, words, "https://cesm.example/expectations/1")
            .end();
    }

}
