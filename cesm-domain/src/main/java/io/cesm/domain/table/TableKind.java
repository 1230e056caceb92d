package io.cesm.domain.table;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The forms in which tables come and go.
 */
public enum TableKind {

    CSV("csv", "text/csv; charset=UTF-8") {
        @Override
        public TableWriter writer(OutputStream out, String title) throws IOException {
            return CsvTableWriter.forExcel(out);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public TableWriter writer(OutputStream out, String title) {
            return new XlsxTableWriter(out, title);
        }
    };

    private final String extension;

    private final String mediaType;

    TableKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /**
     * Begins a table.
     * @param title what stands on the sheet's tab, where there is one
     */
    public abstract TableWriter writer(OutputStream out, String title) throws IOException;

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

}
