package io.cesm.web.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The values an axis shows, with ends and steps people count in. */
record Range(double low, double high, double step) {

    private static final int STEPS = 5;

    static Range of(double low, double high) {
        double from = low;
        double to = high;
        if (!(to > from)) {
            from = low - 1;
            to = low + 1;
        }
        double raw = (to - from) / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double part = raw / power;
        double step = power * ((part <= 1) ? 1 : (part <= 2) ? 2 : (part <= 5) ? 5 : 10);
        return new Range(Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step);
    }

    /** Over all values that are known. */
    static Range over(DoubleStream values) {
        var all = values.filter(it -> !Double.isNaN(it)).summaryStatistics();
        return (all.getCount() == 0) ? of(0, 1) : of(all.getMin(), all.getMax());
    }

    double share(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }

    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int i = 0; low + i * step <= high + step / 1000; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    String write(double tick) {
        int digits = (step >= 1) ? 0 : (int) Math.min(4, Math.ceil(-Math.log10(step) - 1e-9));
        return number(tick, digits);
    }

    static String number(double value, int digits) {
        var text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return (text.matches("-0(\\.0+)?") ? text.substring(1) : text).replace('-', '\u2212');
    }

}
