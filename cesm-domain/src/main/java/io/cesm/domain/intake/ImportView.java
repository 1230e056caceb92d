package io.cesm.domain.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.table.TableFormat;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is now.
 *
 * @param confidence how sure the encoding is, in percent
 * @param mark whether the text began with a byte order mark
 * @param remembered whether the mapping comes from an earlier file with the same headings
 * @param total rows of the file, once they have been counted
 * @param lastRow number of the last row that was dealt with
 * @param failure why it failed
 */
public record ImportView(ImportId id, String number, String kind, ImportState state, String fileName, long fileSize,
        TableFormat format, int confidence, boolean mark, List<String> sheets, List<String> header,
        Map<Integer, String> mapping, Map<String, String> settings, boolean remembered, @Nullable Long total,
        long lastRow, Counts counts, boolean skipAlike, boolean cancelWished, @Nullable RowProblem failure,
        UUID createdBy, Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt, long version) {

    /**
     * How many rows were dealt with, and what became of them.
     *
     * @param alike rows that may be duplicates of something
     * @param leftOut rows of which something was left out
     */
    public record Counts(long done, long created, long changed, long unchanged, long refused, long alike,
            long leftOut) {
    }

    /** How much is done, in percent, if the number of rows is known. */
    public @Nullable Integer percent() {
        if (state == ImportState.DONE) {
            return 100;
        }
        return total == null || total == 0 ? null : (int) Math.min(100, counts.done() * 100 / total);
    }

    /** Whether a finished import found nothing new: the same file again. */
    public boolean changedNothing() {
        return state == ImportState.DONE && counts.created() == 0 && counts.changed() == 0 && counts.refused() == 0
                && counts.done() > 0;
    }

    ImportView with(Map<Integer, String> newMapping, Map<String, String> newSettings) {
        return new ImportView(id, number, kind, state, fileName, fileSize, format, confidence, mark, sheets, header,
                newMapping, newSettings, remembered, total, lastRow, counts, skipAlike, cancelWished, failure,
                createdBy, createdAt, startedAt, finishedAt, version);
    }

    public ImportPlan plan() {
        return new ImportPlan(id.id(), number, header, mapping, settings);
    }

}
