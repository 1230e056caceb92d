package io.cesm.domain.table;

import java.util.List;

/**
 * What a file was found to be before anything of it is used.
 *
 * @param confidence how sure the encoding is, in percent
 * @param sheets names of the sheets of a workbook
 */
public record Judged(TableFormat format, int confidence, boolean mark, List<String> sheets) {
}
