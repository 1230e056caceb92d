package io.cesm.web.complaint;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes complaints keep. */
@Component
class ComplaintWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.ofEntries(Map.entry("state", "ComplaintState."),
            Map.entry("kind", "ComplaintKind."), Map.entry("flow", "Flow."), Map.entry("channel", "ComplaintChannel."),
            Map.entry("answeredChannel", "ComplaintChannel."), Map.entry("causeClass", "CauseClass."),
            Map.entry("grade", "Grade."), Map.entry("wishedGrade", "Grade."), Map.entry("impact", "Impact."),
            Map.entry("urgency", "Urgency."), Map.entry("publicity", "Publicity."));

    private final DimensionBook dimensions;

    ComplaintWords(DimensionBook dimensions) {
        this.dimensions = dimensions;
    }

    @Override
    public Set<String> types() {
        return Set.of("COMPLAINT");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.get(field);
    }

    @Override
    public @Nullable String word(String type, String field, String code, Locale language) {
        return field.equals("dimension") ? dimensions.find(code).map(it -> it.name(language)).orElse(null) : null;
    }

}
