package io.cesm.satisfaction.figures;

import java.util.Arrays;

/** What may not be seen of a table with totals. */
public final class HiddenCells {

    private final boolean[][] cells;

    private final boolean[] rows;

    private final boolean[] columns;

    HiddenCells(boolean[][] cells, boolean[] rows, boolean[] columns) {
        this.cells = cells;
        this.rows = rows;
        this.columns = columns;
    }

    public boolean cell(int row, int column) {
        return cells[row][column];
    }

    /** Whether the total of the row is hidden. */
    public boolean row(int row) {
        return rows[row];
    }

    /** Whether the total of the column is hidden. */
    public boolean column(int column) {
        return columns[column];
    }

    public boolean none() {
        return Arrays.stream(cells).noneMatch(HiddenCells::any) && !any(rows) && !any(columns);
    }

    private static boolean any(boolean[] hidden) {
        for (boolean one : hidden) {
            if (one) {
                return true;
            }
        }
        return false;
    }

}
