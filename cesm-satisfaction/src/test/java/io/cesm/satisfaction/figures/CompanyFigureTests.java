package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.figures.ControlChart.Alarm;
import io.cesm.satisfaction.figures.ExperienceLadder.Rung;

import static io.cesm.satisfaction.figures.Confidence.NINETY_FIVE;
import static io.cesm.satisfaction.figures.Precisely.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Customers, rivals, departments, scorecards and trends: sections 1, 15 and 16 of
 * docs/formulas.md.
 */
class CompanyFigureTests {

    private static final List<CustomerAnswer> ANSWERS = List.of(new CustomerAnswer("big", DecisionRole.USER, 10),
            new CustomerAnswer("big", DecisionRole.USER, 9), new CustomerAnswer("big", DecisionRole.DECISION_MAKER, 3),
            new CustomerAnswer("small", null, 9), new CustomerAnswer("mixed", DecisionRole.INFLUENCER, 9),
            new CustomerAnswer("mixed", DecisionRole.BUYER, 8));

    @Test
    void theSameAnswersByResponseByCustomerAndByRank() {
        assertThat(CustomerAggregation.EVERY_RESPONSE.nps(ANSWERS)).isEqualTo(Nps.of(4, 1, 1));
        // big 7.33 passive, small 9 promoter, mixed 8.5 passive
        assertThat(CustomerAggregation.CUSTOMER_MEAN.nps(ANSWERS)).isEqualTo(Nps.of(1, 2, 0));
        // big 3 detractor, small 9, mixed 9
        assertThat(CustomerAggregation.WATERFALL.nps(ANSWERS)).isEqualTo(Nps.of(2, 0, 1));
        var figure = CustomerAggregation.WATERFALL.npsFigure(ANSWERS, NINETY_FIVE);
        assertThat(figure.n()).isEqualTo(3);
        assertThat(figure.method()).isEqualTo(FigureMethod.NPS_CUSTOMER_WATERFALL);
        assertThat(CustomerAggregation.CUSTOMER_MEAN.npsFigure(List.of(), NINETY_FIVE).known()).isFalse();
        var between = List.of(new CustomerAnswer("a", null, 6), new CustomerAnswer("a", null, 7));
        assertThat(CustomerAggregation.CUSTOMER_MEAN.nps(between)).isEqualTo(Nps.of(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(
                () -> CustomerAggregation.WATERFALL.nps(List.of(new CustomerAnswer("a", DecisionRole.USER, 11))));
    }

    @Test
    void howMuchRevenueSpoke() {
        var revenues = Map.of("big", 900.0, "small", 50.0, "silent", 50.0);
        same(CustomerAggregation.revenueCoverage(revenues, Set.of("big", "small", "stranger")).value(), 95);
        assertThat(CustomerAggregation.revenueCoverage(Map.of(), Set.of("big")).known()).isFalse();
    }

    @Test
    void theLeadOverARivalWithItsTest() {
        var ours = Histogram.of(1, 2, 5, 10, 43, 40);
        var theirs = Histogram.of(1, 9, 15, 26, 30, 20);
        var lead = Lead.ofMeans(ours, theirs, NINETY_FIVE);
        assertThat(lead.ahead(0.05)).isTrue();
        same(lead.difference().difference(), ours.mean() - theirs.mean());
        var ratio = requireNonNull(lead.ratio());
        same(ratio.value(), ours.mean() / theirs.mean());
        double error = Math.sqrt(ours.variance() / ours.n() / Math.pow(ours.mean(), 2)
                + theirs.variance() / theirs.n() / Math.pow(theirs.mean(), 2));
        same(requireNonNull(ratio.interval()).low(),
                ours.mean() / theirs.mean() * Math.exp(-1.959963984540054 * error));
        assertThat(Lead.ofMeans(theirs, ours, NINETY_FIVE).ahead(0.05)).isFalse();
        assertThat(Lead.ofMeans(ours, Histogram.of(1, new long[5]), NINETY_FIVE).ratio()).isNull();
        assertThat(Lead.ofNps(Nps.of(50, 30, 20), Nps.of(10, 30, 60), NINETY_FIVE).ahead(0.05)).isTrue();
    }

    @Test
    void thoseWhoJudgedBothAreComparedInPairs() {
        double[] ours = { 8, 7, 9, 6, 8, Double.NaN };
        double[] theirs = { 7, 6, 9, 5, 7, 2 };
        var lead = Lead.ofPairs(ours, theirs, NINETY_FIVE);
        assertThat(lead.difference().n1()).isEqualTo(5);
        same(lead.difference().difference(), 0.8);
        same(lead.theirs().value(), 6.8);
        var ratio = requireNonNull(lead.ratio());
        same(ratio.value(), 7.6 / 6.8);
        // on logarithms the pairs leave little to chance
        var unpaired = requireNonNull(
                Lead.ofMeans(Histogram.of(5, 0, 1, 1, 2, 1), Histogram.of(5, 1, 1, 2, 0, 1), NINETY_FIVE).ratio());
        same(unpaired.value(), 7.6 / 6.8);
        assertThat(width(ratio)).isLessThan(width(unpaired) / 2);
    }

    @Test
    void ourRankAmongRivals() {
        var ours = Nps.of(60, 30, 10);
        var rivals = Map.of("alpha", Nps.of(80, 15, 5), "beta", Nps.of(55, 30, 15), "gamma", Nps.of(10, 10, 80));
        var benchmark = Benchmark.ofNps(ours, rivals, NINETY_FIVE);
        assertThat(benchmark.rank()).isEqualTo(2);
        assertThat(requireNonNull(benchmark.best()).name()).isEqualTo("alpha");
        assertThat(benchmark.rivals()).extracting(rival -> rival.lead().difference().verdict(0.05))
            .containsExactly(Comparison.Verdict.LOWER, Comparison.Verdict.NOT_SIGNIFICANT, Comparison.Verdict.HIGHER);
        assertThat(benchmark.rivals())
            .allSatisfy(rival -> assertThat(rival.lead().difference().adjusted()).isNotNull());
        assertThat(Benchmark.ofNps(ours, Map.of("few", Nps.of(5, 5, 5)), NINETY_FIVE).rank()).isNull();
        assertThat(Benchmark.ofMeans(Histogram.of(1, 1, 2), Map.of(), NINETY_FIVE).best()).isNull();
    }

    @Test
    void aShareOutsideItsLimitsRaisesAnAlarm() {
        long[] hits = { 10, 12, 9, 11, 30, 10, 0 };
        long[] sizes = { 100, 100, 100, 100, 100, 0, 100 };
        hits[5] = 0;
        var chart = ControlChart.ofShares(hits, sizes, 4);
        same(chart.centre(), 0.105);
        var point = chart.points().getFirst();
        same(point.high(), 0.105 + 3 * Math.sqrt(0.105 * 0.895 / 100));
        same(point.low(), 0.105 - 3 * Math.sqrt(0.105 * 0.895 / 100));
        assertThat(chart.points()).extracting(ControlChart.Point::alarm)
            .containsExactly(null, null, null, null, Alarm.ABOVE, null, Alarm.BELOW);
        assertThat(chart.points().get(5).value()).isNull();
    }

    @Test
    void eightOnOneSideRaiseAnAlarm() {
        long[] events = { 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
        var exposures = new double[events.length];
        Arrays.fill(exposures, 2);
        exposures[3] = 0;
        var chart = ControlChart.ofRates(events, exposures, 0);
        assertThat(chart.points().get(7).alarm()).as("a gap neither makes nor breaks a run").isNull();
        assertThat(chart.points().get(8).alarm()).isEqualTo(Alarm.RUN_ABOVE);
        assertThat(chart.points().get(16).alarm()).isEqualTo(Alarm.RUN_BELOW);
        assertThat(chart.alarms()).hasSize(3);
        double centre = requireNonNull(chart.centre());
        same(chart.points().getFirst().high(), centre + 3 * Math.sqrt(centre / 2));
        var even = ControlChart.ofRates(new long[] { 2, 2, 2 }, new double[] { 1, 1, 1 }, 0);
        assertThat(even.alarms()).isEmpty();
        assertThat(ControlChart.ofShares(new long[0], new long[0], 0).centre()).isNull();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> ControlChart.ofShares(new long[] { 2 }, new long[] { 1 }, 0));
    }

    @Test
    void whatEveryDepartmentAdds() {
        var contribution = Contribution.of(List.of(new Contribution.Department("service", 60, 40),
                new Contribution.Department("sales", 40, 10), new Contribution.Department("new", 0, 0)));
        same(contribution.score(), 28);
        assertThat(contribution.parts()).extracting(Contribution.Part::points).last().isNull();
        same(contribution.parts().get(0).points(), 7.2);
        same(contribution.parts().get(1).points(), -7.2);
        assertThat(Contribution.of(List.of()).score()).isNull();
    }

    @Test
    void scorecardsOfEveryKindBecomeLevels() {
        same(ScorecardScale.ofNumbers(1, 5, true).level(4), 75);
        same(ScorecardScale.ofNumbers(1, 6, false).level(2), 80);
        var letters = ScorecardScale.ofLetters(Map.of("A", 100.0, "B", 70.0, "C", 40.0, "红", 0.0));
        same(letters.level(" b "), 70);
        same(letters.level("红"), 0);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> letters.level("D"))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("figures.letter_unknown"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> ScorecardScale.ofNumbers(1, 5, true).level(6))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("figures.off_scale"));
        same(ScorecardScale.total(List.of(new ScorecardScale.Line("quality", 50, 80.0),
                new ScorecardScale.Line("delivery", 30, 40.0), new ScorecardScale.Line("cost", 20, null))), 65);
        assertThat(ScorecardScale.total(List.of(new ScorecardScale.Line("quality", 50, null)))).isNull();
    }

    @Test
    void aRungCountsOnlyOnTheLowerOnes() {
        var ladder = ExperienceLadder
            .of(Map.of(Rung.RELIABLE, 85.0, Rung.CONVENIENT, 80.0, Rung.EASY, 60.0, Rung.PLEASANT, 95.0), 75);
        assertThat(ladder.reached()).isEqualTo(Rung.CONVENIENT);
        assertThat(ladder.steps().get(4).passes()).isTrue();
        assertThat(ladder.steps().get(4).counts()).isFalse();
        assertThat(ladder.steps().get(3).level()).isNull();
        assertThat(ExperienceLadder.of(Map.of(Rung.PLEASANT, 100.0), 75).reached()).isNull();
    }

    @Test
    void theSevenGapsBelongToFlows() {
        var cases = Map.of(ServiceGap.KNOWLEDGE, 3L, ServiceGap.PRODUCTION, 2L, ServiceGap.DELIVERY, 5L);
        same(ServiceGap.shares(cases, NINETY_FIVE).get(ServiceGap.DELIVERY).value(), 50);
        same(ServiceGap.sharesByFlow(cases, NINETY_FIVE).get(Flow.IPD).value(), 50);
        same(ServiceGap.sharesByFlow(cases, NINETY_FIVE).get(Flow.ITR).value(), 0);
        assertThat(ServiceGap.shares(Map.of(), NINETY_FIVE).get(ServiceGap.CUSTOMER).known()).isFalse();
        assertThat(width(ServiceGap.shares(cases, NINETY_FIVE).get(ServiceGap.CUSTOMER))).isCloseTo(27.75,
                within(0.01));
    }

    private static double width(Figure figure) {
        var interval = requireNonNull(figure.interval());
        return interval.high() - interval.low();
    }

}
