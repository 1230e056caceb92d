package io.cesm.satisfaction.fielding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * A random order that can be repeated: each in turn gets the next number of a generator
 * whose algorithm Java lays down, begun with a seed that is kept.
 */
final class RandomDraw {

    private RandomDraw() {
    }

    /** Somebody with the number they drew, 0 to 1. */
    record Drawn<T>(T who, double number) {
    }

    static <T> List<Drawn<T>> numbers(List<T> frame, long seed) {
        var random = new Random(seed);
        var drawn = new ArrayList<Drawn<T>>(frame.size());
        frame.forEach(it -> drawn.add(new Drawn<>(it, random.nextDouble())));
        return drawn;
    }

    /** Those of one stratum, the smallest number first. */
    static <T> List<Drawn<T>> inOrder(List<Drawn<T>> drawn, int stratum, ToIntFunction<T> of) {
        return drawn.stream()
            .filter(it -> of.applyAsInt(it.who()) == stratum)
            .sorted(Comparator.comparingDouble(Drawn::number))
            .toList();
    }

}
