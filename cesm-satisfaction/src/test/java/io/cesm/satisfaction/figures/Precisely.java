package io.cesm.satisfaction.figures;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How near a figure has to come to its vector. */
final class Precisely {

    private Precisely() {
    }

    /** One part in 10⁹, but never less than the last printed digit of a vector allows. */
    static Offset<Double> near(double expected) {
        return within(Math.max(1e-9 * Math.abs(expected), 5.1e-10));
    }

    static void same(@Nullable Double actual, double expected) {
        assertThat(requireNonNull(actual)).isCloseTo(expected, near(expected));
    }

    static void same(@Nullable Interval actual, double low, double high) {
        var interval = requireNonNull(actual);
        same(interval.low(), low);
        same(interval.high(), high);
    }

}
