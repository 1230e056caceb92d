package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether a share or a rate is moving, or only trembling (Shewhart 1931).
 *
 * @param centre of all periods of the base line together; null if they are empty
 */
public record ControlChart(@Nullable Double centre, List<Point> points) {

    private static final int RUN = 8;

    public enum Alarm {

        /** Above the upper limit. */
        ABOVE,

        /** Below the lower limit. */
        BELOW,

        /** The eighth or a later period in a row above the centre. */
        RUN_ABOVE,

        /** The eighth or a later period in a row below the centre. */
        RUN_BELOW;

        /** Whether it is more than the centre, and not less. */
        public boolean isHigh() {
            return this == ABOVE || this == RUN_ABOVE;
        }

    }

    /**
     * One period.
     *
     * @param value null if there was nothing in it; it neither makes nor breaks a run
     */
    public record Point(long count, double size, @Nullable Double value, @Nullable Double low, @Nullable Double high,
            @Nullable Alarm alarm) {
    }

    public ControlChart {
        points = List.copyOf(points);
    }

    /**
     * A share, for instance of dissatisfied answers: {@code p̄ ± 3√(p̄(1 − p̄)/n)}.
     * @param hits in each period
     * @param sizes answers in each period
     * @param baseline over how many first periods the centre goes; 0 for all
     * @return values and limits between 0 and 1
     */
    public static ControlChart ofShares(long[] hits, long[] sizes, int baseline) {
        var exposures = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            exposures[i] = sizes[i];
            if (i < hits.length && hits[i] > sizes[i]) {
                throw new IllegalArgumentException(hits[i] + " of " + sizes[i] + " is no share");
            }
        }
        return of(hits, exposures, baseline, true);
    }

    /**
     * A rate, for instance of complaints per 1,000 service events: {@code ū ± 3√(ū/n)}.
     * @param events in each period
     * @param exposures among how much they happened, in the unit of the rate
     */
    public static ControlChart ofRates(long[] events, double[] exposures, int baseline) {
        return of(events, exposures, baseline, false);
    }

    public List<Point> alarms() {
        return points.stream().filter(point -> point.alarm() != null).toList();
    }

    private static ControlChart of(long[] counts, double[] sizes, int baseline, boolean share) {
        if (counts.length != sizes.length || baseline < 0) {
            throw new IllegalArgumentException("Every period has one count and one size");
        }
        int periods = (baseline == 0) ? counts.length : Math.min(baseline, counts.length);
        double count = 0;
        double size = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(sizes[i] >= 0)) {
                throw new IllegalArgumentException("No period has fewer than 0 events");
            }
            count += (i < periods) ? counts[i] : 0;
            size += (i < periods) ? sizes[i] : 0;
        }
        double centre = count / size;
        var points = new ArrayList<Point>();
        int run = 0;
        for (int i = 0; i < counts.length; i++) {
            if (size == 0 || sizes[i] == 0) {
                points.add(new Point(counts[i], sizes[i], null, null, null, null));
                continue;
            }
            double value = counts[i] / sizes[i];
            int side = (int) Math.signum(value - centre);
            run = (side == 0) ? 0 : (side * run > 0) ? run + side : side;
            double margin = 3 * Math.sqrt(centre * (share ? 1 - centre : 1) / sizes[i]);
            double low = Math.max(0, centre - margin);
            double high = share ? Math.min(1, centre + margin) : centre + margin;
            points.add(new Point(counts[i], sizes[i], value, low, high, alarm(value, low, high, run)));
        }
        return new ControlChart((size == 0) ? null : centre, points);
    }

    private static @Nullable Alarm alarm(double value, double low, double high, int run) {
        if (value > high) {
            return Alarm.ABOVE;
        }
        if (value < low) {
            return Alarm.BELOW;
        }
        if (Math.abs(run) < RUN) {
            return null;
        }
        return (run > 0) ? Alarm.RUN_ABOVE : Alarm.RUN_BELOW;
    }

}
