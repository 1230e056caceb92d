package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts so that what is shown adds up to the shown total (largest remainder): each
 * part is rounded down, and the units that are then missing go to the parts that lost
 * most, the earlier one first.
 */
public final class LevelRounding {

    private LevelRounding() {
    }

    /**
     * The parts with fewer decimals, adding up to the rounded sum of the exact parts.
     * @param decimals how many decimals are shown
     */
    public static List<BigDecimal> shown(List<BigDecimal> parts, int decimals) {
        var total = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(decimals, RoundingMode.HALF_UP);
        var floors = new ArrayList<>(parts.stream().map(it -> it.setScale(decimals, RoundingMode.FLOOR)).toList());
        var sum = floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var unit = BigDecimal.ONE.movePointLeft(decimals);
        var missing = total.subtract(sum).divide(unit, 0, RoundingMode.UNNECESSARY).intValueExact();
        var losers = IntStream.range(0, parts.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> parts.get(i).subtract(floors.get(i))).reversed())
            .limit(missing)
            .toList();
        losers.forEach(i -> floors.set(i, floors.get(i).add(unit)));
        return List.copyOf(floors);
    }

}
