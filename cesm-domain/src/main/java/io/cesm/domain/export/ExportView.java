package io.cesm.domain.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.table.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * An export as it is now.
 *
 * @param total rows of the list when the work began
 * @param expiresAt when it is taken away with its file
 */
public record ExportView(ExportId id, String kind, TableKind form, Map<String, List<String>> filters, Locale locale,
        ExportState state, String fileName, @Nullable Long fileSize, @Nullable Long total, long done, UUID createdBy,
        Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt, Instant expiresAt) {

    /** How much is done, in percent, if the number of rows is known. */
    public @Nullable Integer percent() {
        return total == null || total == 0 ? null : (int) Math.min(100, done * 100 / total);
    }

}
