package io.cesm.domain.table;

import java.util.List;

/**
 * A row of a table that is read.
 *
 * @param number where it begins: line of the text file or row of the sheet, from 1
 * @param cells its texts, without blanks around them; a missing cell is an empty text
 */
public record Line(long number, List<String> cells) {

    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

}
