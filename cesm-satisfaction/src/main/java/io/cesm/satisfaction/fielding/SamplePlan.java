package io.cesm.satisfaction.fielding;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.SampleSize;

/**
 * How many answers are needed and how many people to ask for them, spread over the tiers
 * as the frame is.
 *
 * @param margin half the width of the interval, in points of a percentage or of NPS
 * @param confidence in percent
 * @param rate of those asked, how many percent are expected to answer
 * @param nps whether the figure is an NPS instead of a share
 */
public record SamplePlan(double margin, double confidence, double rate, boolean nps, long population, long needed,
        long asked, Map<Integer, Part> tiers) {

    /** One tier of the plan. */
    public record Part(long people, long needed, long asked) {
    }

    /** Works it out for a frame, by tier. */
    public static SamplePlan of(Map<Integer, Long> frame, double margin, double confidence, double rate, boolean nps) {
        within(margin, 0.5, 50, "margin");
        within(confidence, 50, 99.9, "confidence");
        within(rate, 1, 100, "rate");
        long population = frame.values().stream().mapToLong(Long::longValue).sum();
        long needed = population == 0 ? 0 : SampleSize.needed(margin / 100,
                nps ? SampleSize.WORST_NPS : SampleSize.WORST_SHARE, population, new Confidence(confidence / 100));
        Map<Integer, Part> tiers = new LinkedHashMap<>();
        long asked = 0;
        for (var each : frame.entrySet()) {
            long share = population == 0 ? 0 : (needed * each.getValue() + population - 1) / population;
            long ask = share == 0 ? 0 : Math.min(each.getValue(), SampleSize.invited(share, rate / 100));
            tiers.put(each.getKey(), new Part(each.getValue(), share, ask));
            asked += ask;
        }
        return new SamplePlan(margin, confidence, rate, nps, population, needed, asked, tiers);
    }

    private static void within(double value, double least, double most, String field) {
        if (!(value >= least && value <= most)) {
            throw new FieldRefusal(field, "number.range", least, most);
        }
    }

}
