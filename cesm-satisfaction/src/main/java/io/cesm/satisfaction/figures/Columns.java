package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.cesm.domain.kernel.Refusal;

/**
 * The answers of a survey as named columns of the same length, a row per respondent;
 * not-a-number stands for a missing answer.
 */
public final class Columns {

    private final List<String> names;

    private final double[][] values;

    private Columns(List<String> names, double[][] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * @param names each only once
     * @param values one array per name, all of the same length, finite or not-a-number
     */
    public static Columns of(List<String> names, double[]... values) {
        if (names.isEmpty() || names.size() != values.length || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("Every column has one name, and every name one column");
        }
        for (var column : values) {
            if (column.length != values[0].length || Arrays.stream(column).anyMatch(Double::isInfinite)) {
                throw new IllegalArgumentException("Columns are of one length and hold no infinite answer");
            }
        }
        return new Columns(List.copyOf(names), Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
    }

    /** Columns in the order of the map. */
    public static Columns of(Map<String, double[]> columns) {
        var ordered = new LinkedHashMap<>(columns);
        return of(List.copyOf(ordered.keySet()), ordered.values().toArray(double[][]::new));
    }

    public List<String> names() {
        return names;
    }

    public int rows() {
        return values[0].length;
    }

    /**
     * @throws IllegalArgumentException for a name that is not there
     */
    public double[] column(String name) {
        return column(index(name)).clone();
    }

    /** Only these columns, in this order. */
    public Columns only(List<String> wanted) {
        return of(wanted, wanted.stream().map(name -> column(index(name))).toArray(double[][]::new));
    }

    /**
     * Columns of which every row has one at most, as one.
     * @param others each with the column that takes its answers
     */
    public Columns joined(Map<String, String> others) {
        Map<String, double[]> left = new LinkedHashMap<>();
        names.stream().filter(it -> !others.containsKey(it)).forEach(it -> left.put(it, column(it)));
        others.forEach((from, into) -> {
            var taken = column(index(from));
            var column = left.get(into);
            for (int i = 0; column != null && i < taken.length; i++) {
                column[i] = Double.isNaN(column[i]) ? taken[i] : column[i];
            }
        });
        return of(left);
    }

    /** Only the rows in which nothing is missing. */
    public Columns complete() {
        int[] whole = IntStream.range(0, rows())
            .filter(row -> Arrays.stream(values).noneMatch(column -> Double.isNaN(column[row])))
            .toArray();
        return (whole.length == rows()) ? this : rows(whole);
    }

    /** These rows in this order; a row may come several times. */
    public Columns rows(int[] rows) {
        return new Columns(names,
                Arrays.stream(values)
                    .map(column -> Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                    .toArray(double[][]::new));
    }

    double[] column(int index) {
        return values[index];
    }

    /** The sum of a row. */
    double total(int row) {
        double sum = 0;
        for (var column : values) {
            sum += column[row];
        }
        return sum;
    }

    boolean varies(String name) {
        return Moments.of(column(index(name))).variance() > 0;
    }

    /** Refuses a column in which everybody said the same. */
    Columns requireVariation() {
        for (var name : names) {
            if (!varies(name)) {
                throw new Refusal("figures.no_variation", name);
            }
        }
        return this;
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column " + name);
        }
        return index;
    }

}
