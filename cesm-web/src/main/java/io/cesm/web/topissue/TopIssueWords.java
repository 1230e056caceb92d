package io.cesm.web.topissue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes TOP issues keep. */
@Component
class TopIssueWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.of("state", "TopIssueState.", "flow", "Flow.",
            "confirmedChannel", "IssueChannel.", "causeClass", "CauseClass.", "measureKind", "MeasureKind.",
            "ownerAgreed", "topissue.agreed.");

    private final DimensionBook dimensions;

    TopIssueWords(DimensionBook dimensions) {
        this.dimensions = dimensions;
    }

    @Override
    public Set<String> types() {
        return Set.of("TOP_ISSUE");
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
