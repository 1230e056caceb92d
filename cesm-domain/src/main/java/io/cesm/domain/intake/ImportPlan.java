package io.cesm.domain.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood.
 *
 * @param importId the import, for what it writes to refer to
 * @param number its readable number
 * @param header names of the columns
 * @param mapping target code by index of the column; a column that is missing is left out
 * @param settings what was said for all rows, by code of the setting
 */
public record ImportPlan(UUID importId, String number, List<String> header, Map<Integer, String> mapping,
        Map<String, String> settings) {

    public @Nullable String setting(String code) {
        var value = settings.get(code);
        return value == null || value.isBlank() ? null : value;
    }

    public boolean maps(String target) {
        return mapping.containsValue(target);
    }

}
