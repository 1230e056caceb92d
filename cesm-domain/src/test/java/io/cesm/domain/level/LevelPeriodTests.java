package io.cesm.domain.level;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cesm.domain.kernel.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LevelPeriodTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    @ParameterizedTest
    @CsvSource({ "2026Q1, 2026-01-01, 2026-03-31", "2024Q4, 2024-10-01, 2024-12-31", "2025, 2025-01-01, 2025-12-31",
            "12m, 2025-03-01, 2026-02-28", "2026-02-01..2026-02-01, 2026-02-01, 2026-02-01",
            "all, 1900-01-01, 2999-12-31" })
    void readsItsCode(String code, LocalDate from, LocalDate to) {
        var period = LevelPeriod.parse(code, TODAY);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period).hasToString(code);
    }

    @Test
    void isTheLastTwelveMonthsWhenNothingIsSaid() {
        assertThat(LevelPeriod.parse(null, TODAY)).isEqualTo(LevelPeriod.twelveMonths(TODAY));
        assertThat(LevelPeriod.quarterOf(TODAY).code()).isEqualTo("2026Q1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026Q5", "soon", "2026-02-30..2026-03-01", "2026-03-01..2026-02-01", "20260101" })
    void refusesWhatIsNoPeriod(String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> LevelPeriod.parse(code, TODAY));
    }

}
