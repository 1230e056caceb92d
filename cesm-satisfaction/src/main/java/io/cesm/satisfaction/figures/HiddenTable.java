package io.cesm.satisfaction.figures;

import java.util.Arrays;

/**
 * Finds what to hide in a table with totals. The totals are a further column and a
 * further row, so that every line adds up. Rows and columns are the nodes of a graph,
 * hidden cells its edges: a cell follows from what is shown exactly when no other way
 * through hidden cells joins its row and its column. So for every such cell the way with
 * the fewest people is hidden too (shortest path suppression, after Castro 2007).
 */
final class HiddenTable {

    private static final long NO_WAY = Long.MAX_VALUE / 4;

    private final SmallBase rule;

    /** The cells with the totals as last column and last row. */
    private final long[][] cells;

    private final boolean[][] hidden;

    private final int lastRow;

    private final int lastColumn;

    HiddenTable(long[][] inner, SmallBase rule) {
        this.rule = rule;
        this.lastRow = inner.length;
        this.lastColumn = (inner.length == 0) ? 0 : inner[0].length;
        this.cells = new long[lastRow + 1][lastColumn + 1];
        this.hidden = new boolean[lastRow + 1][lastColumn + 1];
        for (int i = 0; i < lastRow; i++) {
            for (int j = 0; j < lastColumn; j++) {
                cells[i][j] = inner[i][j];
                cells[i][lastColumn] += inner[i][j];
                cells[lastRow][j] += inner[i][j];
                cells[lastRow][lastColumn] += inner[i][j];
            }
        }
    }

    HiddenCells solve() {
        boolean everything = Disclosure.small(cells[lastRow][lastColumn], rule);
        for (int i = 0; i <= lastRow; i++) {
            for (int j = 0; j <= lastColumn; j++) {
                hidden[i][j] = cells[i][j] > 0 && (everything || Disclosure.small(cells[i][j], rule));
            }
        }
        boolean changed = !everything;
        while (changed) {
            changed = hideWays() | hideSmallSums();
        }
        var rows = new boolean[lastRow];
        var inner = new boolean[lastRow][];
        for (int i = 0; i < lastRow; i++) {
            rows[i] = hidden[i][lastColumn];
            inner[i] = Arrays.copyOf(hidden[i], lastColumn);
        }
        return new HiddenCells(inner, rows, Arrays.copyOf(hidden[lastRow], lastColumn));
    }

    /** What is hidden together in a line whose total is shown never has few people. */
    private boolean hideSmallSums() {
        boolean changed = false;
        for (int i = 0; i <= lastRow; i++) {
            if (!hidden[i][lastColumn]) {
                var line = Arrays.copyOf(cells[i], lastColumn);
                var hide = Arrays.copyOf(hidden[i], lastColumn);
                changed |= Disclosure.hideMore(line, hide, rule);
                System.arraycopy(hide, 0, hidden[i], 0, lastColumn);
            }
        }
        for (int j = 0; j <= lastColumn; j++) {
            if (!hidden[lastRow][j]) {
                var line = new long[lastRow];
                var hide = new boolean[lastRow];
                for (int i = 0; i < lastRow; i++) {
                    line[i] = cells[i][j];
                    hide[i] = hidden[i][j];
                }
                changed |= Disclosure.hideMore(line, hide, rule);
                for (int i = 0; i < lastRow; i++) {
                    hidden[i][j] = hide[i];
                }
            }
        }
        return changed;
    }

    private boolean hideWays() {
        boolean changed = false;
        for (int i = 0; i <= lastRow; i++) {
            for (int j = 0; j <= lastColumn; j++) {
                if (hidden[i][j]) {
                    changed |= hideWay(i, j);
                }
            }
        }
        return changed;
    }

    /**
     * Hides the way with the fewest people from the row to the column, if there is one.
     */
    private boolean hideWay(int row, int column) {
        int rows = lastRow + 1;
        int nodes = rows + lastColumn + 1;
        var people = new long[nodes];
        var from = new int[nodes];
        var done = new boolean[nodes];
        Arrays.fill(people, NO_WAY);
        people[row] = 0;
        for (int node = nearest(people, done); node >= 0; node = nearest(people, done)) {
            done[node] = true;
            for (int next = (node < rows) ? rows : 0; next < ((node < rows) ? nodes : rows); next++) {
                int i = Math.min(node, next);
                int j = Math.max(node, next) - rows;
                long way = (i == row && j == column) ? NO_WAY : people[node] + price(i, j);
                if (way < people[next]) {
                    people[next] = way;
                    from[next] = node;
                }
            }
        }
        boolean changed = false;
        if (people[rows + column] < NO_WAY) {
            for (int node = rows + column; node != row; node = from[node]) {
                int i = Math.min(node, from[node]);
                int j = Math.max(node, from[node]) - rows;
                changed |= !hidden[i][j];
                hidden[i][j] = true;
            }
        }
        return changed;
    }

    /**
     * Nobody is hidden twice; an empty cell hides nothing, and the total of all is shown.
     */
    private long price(int i, int j) {
        if (hidden[i][j]) {
            return 0;
        }
        boolean everybody = i == lastRow && j == lastColumn;
        return (cells[i][j] == 0 || everybody) ? NO_WAY : cells[i][j];
    }

    private static int nearest(long[] people, boolean[] done) {
        int nearest = -1;
        for (int node = 0; node < people.length; node++) {
            if (!done[node] && people[node] < NO_WAY && (nearest < 0 || people[node] < people[nearest])) {
                nearest = node;
            }
        }
        return nearest;
    }

}
