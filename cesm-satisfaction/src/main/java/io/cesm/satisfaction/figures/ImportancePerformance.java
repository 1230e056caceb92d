package io.cesm.satisfaction.figures;

import java.util.List;

/**
 * Importance and performance of attributes in four quadrants (Martilla and James 1977).
 *
 * @param importanceLine where important begins
 * @param performanceLine where good begins
 */
public record ImportancePerformance(double importanceLine, double performanceLine, List<Placed> attributes) {

    public enum Quadrant {

        CONCENTRATE, KEEP_UP, LOW_PRIORITY, OVERKILL

    }

    /**
     * @param importance stated (a mean) or derived (the share of a driver in R²)
     * @param performance a mean
     */
    public record Attribute(String name, double importance, double performance) {

        public Attribute {
            if (!Double.isFinite(importance) || !Double.isFinite(performance)) {
                throw new IllegalArgumentException("Importance and performance of " + name + " have to be known");
            }
        }

    }

    public record Placed(Attribute attribute, Quadrant quadrant) {
    }

    public ImportancePerformance {
        attributes = List.copyOf(attributes);
    }

    /** With the means of all attributes as cross-hairs. */
    public static ImportancePerformance byGrandMeans(List<Attribute> attributes) {
        return byLines(attributes, attributes.stream().mapToDouble(Attribute::importance).average().orElse(0),
                attributes.stream().mapToDouble(Attribute::performance).average().orElse(0));
    }

    /** With other cross-hairs, for instance the middle of the scale. */
    public static ImportancePerformance byLines(List<Attribute> attributes, double importanceLine,
            double performanceLine) {
        return new ImportancePerformance(importanceLine, performanceLine, attributes.stream()
            .map(attribute -> new Placed(attribute,
                    quadrant(attribute.importance() >= importanceLine, attribute.performance() >= performanceLine)))
            .toList());
    }

    private static Quadrant quadrant(boolean important, boolean good) {
        if (important) {
            return good ? Quadrant.KEEP_UP : Quadrant.CONCENTRATE;
        }
        return good ? Quadrant.OVERKILL : Quadrant.LOW_PRIORITY;
    }

}
