package io.cesm.web.fielding;

import java.util.Map;
import java.util.Set;

import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes surveys keep. */
@Component
class SurveyWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.of("consent", "ConsentRule.", "guarded", "Applies.",
            "leftOutReason", "LeftOutReason.", "event", "ServiceEvent.");

    @Override
    public Set<String> types() {
        return Set.of("SURVEY");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.get(field);
    }

}
