package io.cesm.web.people;

import java.util.Map;
import java.util.Set;

import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes staff and units keep. */
@Component
class PeopleWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.of("UNIT.kind", "UnitKind.", "STAFF.role", "Role.",
            "STAFF.status", "StaffStatus.", "STAFF.language", "contact.language.");

    @Override
    public Set<String> types() {
        return Set.of("STAFF", "UNIT");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.get(type + "." + field);
    }

}
