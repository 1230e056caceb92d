package io.cesm.web.followup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.satisfaction.followup.TendingCauses;
import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes follow-ups keep. */
@Component
class FollowUpWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.of("state", "FollowUpState.", "contactedChannel",
            "ContactChannel.", "flow", "Flow.");

    private final TendingCauses causes;

    FollowUpWords(TendingCauses causes) {
        this.causes = causes;
    }

    @Override
    public Set<String> types() {
        return Set.of("FOLLOW_UP");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.get(field);
    }

    @Override
    public @Nullable String word(String type, String field, String code, Locale language) {
        return !field.equals("cause") ? null
                : causes.all()
                    .stream()
                    .filter(it -> it.code().equals(code))
                    .map(it -> it.name(language))
                    .findFirst()
                    .orElse(null);
    }

}
