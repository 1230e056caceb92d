package io.cesm.web.expectation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.DimensionBook.Dimension;
import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes expectations keep; dimensions are looked up once a minute. */
@Component
class ExpectationWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.ofEntries(Map.entry("state", "State."),
            Map.entry("flow", "Flow."), Map.entry("requirementState", "RequirementState."), Map.entry("kano", "Kano."),
            Map.entry("importance", "Importance."), Map.entry("fitsNoDimension", "Applies."),
            Map.entry("channel", "Channel."), Map.entry("toldChannel", "Channel."),
            Map.entry("answeredChannel", "Channel."));

    private final DimensionBook book;

    private final Clock clock;

    private volatile Known known = new Known(Map.of(), Instant.MIN);

    ExpectationWords(DimensionBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("EXPECTATION");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.get(field);
    }

    @Override
    public @Nullable String word(String type, String field, String code, Locale language) {
        var dimension = field.equals("dimension") ? dimensions().get(code) : null;
        return dimension == null ? null : dimension.name(language);
    }

    private Map<String, Dimension> dimensions() {
        var now = clock.instant();
        if (known.until().isBefore(now)) {
            known = new Known(book.byCode(), now.plus(Duration.ofMinutes(1)));
        }
        return known.dimensions();
    }

    private record Known(Map<String, Dimension> dimensions, Instant until) {
    }

}
