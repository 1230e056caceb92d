package io.cesm.web.people;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** Ids as lists of choices send them: empty means none chosen. */
final class Ids {

    private Ids() {
    }

    static @Nullable UnitId unit(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UnitId.of(text);
        }
        catch (IllegalArgumentException ex) {
            return null;
        }
    }

    static UnitId requireUnit(@Nullable String text, String field) {
        var unit = unit(text);
        if (unit == null) {
            throw new FieldRefusal(field, "text.required");
        }
        return unit;
    }

    static StaffId requireStaff(@Nullable String text, String field) {
        try {
            if (text != null && !text.isBlank()) {
                return StaffId.of(text);
            }
        }
        catch (IllegalArgumentException ex) {
            // refused below
        }
        throw new FieldRefusal(field, "text.required");
    }

}
