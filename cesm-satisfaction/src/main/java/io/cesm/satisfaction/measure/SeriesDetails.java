package io.cesm.satisfaction.measure;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A series as it is now.
 *
 * @param headers under which heading each item stood in the last file
 */
public record SeriesDetails(SeriesId id, String number, SeriesWish about, Codebook codebook,
        Map<String, String> headers, UUID questionnaire, @Nullable String owner, long version) {

    /** The kind of file its waves come in. */
    public String importKind() {
        return WaveKinds.PREFIX + number;
    }

}
