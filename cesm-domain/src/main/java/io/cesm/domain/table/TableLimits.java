package io.cesm.domain.table;

/**
 * How much of a file is read at most.
 *
 * @param columns of a row
 * @param lineLength characters of a line of text, and of one value
 * @param csvRows rows of a text file
 * @param sheetRows rows of a sheet
 * @param entries parts of a workbook
 * @param unpacked bytes of a workbook when unpacked
 * @param ratio how much larger a workbook may become when unpacked
 * @param seconds how long judging a workbook may take
 */
record TableLimits(int columns, int lineLength, long csvRows, long sheetRows, int entries, long unpacked, int ratio,
        int seconds) {

    static final TableLimits USUAL = new TableLimits(200, 1_000_000, 1_000_000, 50_000, 200, 200L * 1024 * 1024, 100,
            30);

}
