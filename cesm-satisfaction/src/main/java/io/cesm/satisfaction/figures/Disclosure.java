package io.cesm.satisfaction.figures;

import java.util.BitSet;

import io.cesm.domain.kernel.Refusal;

/**
 * Which numbers have to be hidden so that nobody can be recognised, not even by
 * subtraction: a hidden cell is never the only one between a total and its other parts,
 * and what is hidden together never has fewer people than may be shown.
 */
public final class Disclosure {

    private Disclosure() {
    }

    /**
     * Parts of a total that is shown.
     * @param cells how many people are in each part
     * @return which parts to hide; if all are hidden, the total may still be shown unless
     * it is small itself
     */
    public static boolean[] hidden(long[] cells, SmallBase rule) {
        var hidden = new boolean[cells.length];
        for (int i = 0; i < cells.length; i++) {
            hidden[i] = small(cells[i], rule);
        }
        hideMore(cells, hidden, rule);
        return hidden;
    }

    /** The same for a table whose totals of rows and columns are shown. */
    public static HiddenCells hidden(long[][] cells, SmallBase rule) {
        return new HiddenTable(cells, rule).solve();
    }

    /**
     * Refuses a second look that differs from one already shown by too few people, so
     * that their answers could be had by subtraction.
     * @param shown the respondents behind what was shown
     * @param wanted the respondents behind what is wanted now
     * @throws Refusal {@code figures.too_similar}
     */
    public static void requireDistance(BitSet shown, BitSet wanted, SmallBase rule) {
        var differing = (BitSet) shown.clone();
        differing.xor(wanted);
        requireDistance(differing.cardinality(), 0, rule);
    }

    /**
     * The same from numbers.
     * @param onlyShown how many people are only in what was shown
     * @param onlyWanted how many people are only in what is wanted
     */
    public static void requireDistance(long onlyShown, long onlyWanted, SmallBase rule) {
        if (small(onlyShown + onlyWanted, rule)) {
            throw new Refusal("figures.too_similar", rule.hiddenBelow());
        }
    }

    static boolean small(long n, SmallBase rule) {
        return rule.showing(n) == Showing.HIDDEN;
    }

    /**
     * @return whether something was hidden that was not
     */
    static boolean hideMore(long[] cells, boolean[] hidden, SmallBase rule) {
        boolean changed = false;
        while (true) {
            int count = 0;
            long people = 0;
            int smallest = -1;
            for (int i = 0; i < cells.length; i++) {
                if (hidden[i]) {
                    count += (cells[i] > 0) ? 1 : 0;
                    people += cells[i];
                }
                else if (cells[i] > 0 && (smallest < 0 || cells[i] < cells[smallest])) {
                    smallest = i;
                }
            }
            if (count == 0 || smallest < 0 || (count > 1 && people >= rule.hiddenBelow())) {
                return changed;
            }
            hidden[smallest] = true;
            changed = true;
        }
    }

}
