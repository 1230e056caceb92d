package io.cesm.domain.export;

import java.util.UUID;

/** What a job has to do: write the file of an export. */
record ExportWork(UUID exportId) {
}
