package io.cesm.domain.intake;

import java.util.UUID;

/**
 * What a job has to do: walk through the file of an import.
 *
 * @param dry whether to try only
 */
record ImportWork(UUID importId, boolean dry) {
}
