package io.cesm.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.expectation.ExpectationFigures.AgeCount;
import io.cesm.expectation.ExpectationFigures.CoverageCount;
import io.cesm.expectation.ExpectationFigures.GapSum;
import io.cesm.expectation.ExpectationState;
import io.cesm.perception.Finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    @ParameterizedTest
    @CsvSource({ "8, 10, 49.016247153, 94.331784855", "10, 10, 72.246720014, 100", "0, 10, 0, 27.753279986" })
    void givesSharesAnIntervalByWilson(long part, long n, double low, double high) {
        var share = new Share(part, n);

        assertThat(share.low()).isCloseTo(low, within(1e-8));
        assertThat(share.high()).isCloseTo(high, within(1e-8));
    }

    @Test
    void hasNoShareOfNothing() {
        assertThat(new Share(0, 0).percent()).isNull();
        assertThat(new Share(2, 3).percent()).isEqualTo("66.7");
    }

    @Test
    void agesByNearestRankLikeASortedList() {
        var random = new Random(90);
        for (int round = 0; round < 200; round++) {
            var days = random.ints(1 + random.nextInt(60), 0, 400).sorted().boxed().toList();
            var counts = days.stream()
                .map(it -> new AgeCount(1 + random.nextInt(2), ExpectationState.CAPTURED, it, 1))
                .toList();

            var total = Ageing.of(counts).total();

            assertThat(total.p50()).isEqualTo(days.get((int) Math.ceil(days.size() * 0.5) - 1));
            assertThat(total.p90()).isEqualTo(days.get((int) Math.ceil(days.size() * 0.9 - 1e-9) - 1));
            var bands = 0L;
            for (var band : AgeBand.values()) {
                bands += total.count(ExpectationState.CAPTURED, band);
            }
            assertThat(bands).isEqualTo(total.n()).isEqualTo(days.size());
        }
    }

    @Test
    void putsAgesIntoBandsWithoutHoles() {
        assertThat(List.of(0, 7, 8, 30, 31, 90, 91, 180, 181, 5000).stream().map(AgeBand::of)).containsExactly(
                AgeBand.WEEK, AgeBand.WEEK, AgeBand.MONTH, AgeBand.MONTH, AgeBand.QUARTER, AgeBand.QUARTER,
                AgeBand.HALF_YEAR, AgeBand.HALF_YEAR, AgeBand.LONGER, AgeBand.LONGER);
    }

    @Test
    void addsTiersUpAndKeepsThoseWithoutOneLast() {
        var coverage = Coverage.of(new ArrayList<>(List.of(new CoverageCount(null, 5, 1, 0, 0),
                new CoverageCount(2, 10, 4, 3, 1), new CoverageCount(1, 4, 4, 2, 2))));

        assertThat(coverage.rows()).extracting(Coverage.Row::tier).containsExactly(1, 2, null, null);
        assertThat(coverage.total().customers()).isEqualTo(new Share(9, 19));
        assertThat(coverage.total().deciders()).isEqualTo(new Share(3, 5));
    }

    @Test
    void bandsTheGapIndexAtFive() {
        var index = GapIndex.of(List.of(gap("-50", "10"), gap("-49.9", "10"), gap("30", "6"), gap("0", "1")));

        assertThat(index.customers()).extracting(GapIndex.Row::band)
            .containsExactly(Verdict.SHORT, Verdict.MET, Verdict.ABOVE, Verdict.MET);
        assertThat(index.overall()).isEqualTo("-2.6");
        assertThat(GapIndex.of(List.of()).overall()).isNull();
    }

    private static GapSum gap(String weighted, String weight) {
        return new GapSum(new CustomerId(UUID.randomUUID()), "K-1", "鸿远重工", null, 1, new BigDecimal(weighted),
                new BigDecimal(weight), 1);
    }

}
