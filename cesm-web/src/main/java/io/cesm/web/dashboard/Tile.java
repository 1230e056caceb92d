package io.cesm.web.dashboard;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A figure of a dashboard.
 *
 * @param value as it is read, with its unit
 * @param raw nothing rounded; null if unknown
 * @param under interval and n, or what it is counted of
 * @param change what may be said of its change
 * @param trend by month, the oldest first; null where nothing is known
 * @param href where the records behind it are
 * @param urgent whether something should be done at once
 */
record Tile(String key, String title, String value, @Nullable Double raw, String under, String change, String style,
        List<@Nullable Double> trend, String href, boolean urgent) {

    private static final double WIDTH = 160;

    private static final double TALL = 32;

    private static final double EDGE = 3;

    /** Whether there is enough to draw. */
    public boolean isDrawn() {
        return trend.stream().filter(it -> it != null).count() > 1;
    }

    /**
     * The trend as the path of a picture 160 × 32; months without a figure are left open.
     */
    public String path() {
        var known = trend.stream()
            .filter(it -> it != null)
            .mapToDouble(it -> (it == null) ? 0 : it)
            .summaryStatistics();
        double span = Math.max(1e-9, known.getMax() - known.getMin());
        var path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < trend.size(); i++) {
            var value = trend.get(i);
            if (value == null) {
                pen = false;
                continue;
            }
            double x = EDGE + (WIDTH - 2 * EDGE) * i / Math.max(1, trend.size() - 1);
            double y = TALL - EDGE - (TALL - 2 * EDGE) * (value - known.getMin()) / span;
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x, y));
            if (!pen && (i + 1 == trend.size() || trend.get(i + 1) == null)) {
                path.append(String.format(Locale.ROOT, "l0.1 0"));
            }
            pen = true;
        }
        return path.toString();
    }

}
