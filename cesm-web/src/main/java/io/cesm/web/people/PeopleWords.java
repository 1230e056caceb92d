package io.cesm.web.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The codes staff and units keep. */
@Component
class PeopleWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.of("UNIT.kind", "UnitKind.", "STAFF.role", "Role.",
            "STAFF.status", "StaffStatus.", "STAFF.language", "contact.language.");

    private final MessageSource messages;

    PeopleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Several roles stand in one value. */
    @Override
    public @Nullable String word(String type, String field, String code, Locale language) {
        if (!field.equals("roles")) {
            return null;
        }
        return Arrays.stream(code.split(", "))
            .map(it -> messages.getMessage("Role." + it, null, it, language))
            .collect(Collectors.joining(language.getLanguage().equals("zh") ? "、" : ", "));
    }

    @Override
    public Set<String> types() {
        return Set.of("STAFF", "UNIT");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.get(type + "." + field);
    }

}
