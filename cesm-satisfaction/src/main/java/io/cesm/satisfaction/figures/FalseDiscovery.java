package io.cesm.satisfaction.figures;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The false discovery rate of Benjamini and Hochberg (1995). */
public final class FalseDiscovery {

    private FalseDiscovery() {
    }

    /**
     * As R's {@code p.adjust(p, "BH")}.
     * @param p each 0 … 1
     * @return the adjusted p in the same order
     */
    public static double[] adjust(double[] p) {
        var largestFirst = IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toList();
        var adjusted = new double[p.length];
        double smallest = 1;
        int rank = p.length;
        for (int i : largestFirst) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("p lies between 0 and 1, not " + p[i]);
            }
            smallest = Math.min(smallest, p[i] * ((double) p.length / rank--));
            adjusted[i] = smallest;
        }
        return adjusted;
    }

}
