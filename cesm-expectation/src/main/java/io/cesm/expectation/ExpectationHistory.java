package io.cesm.expectation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the timeline what a change changed, in words a person can read. */
@Component
class ExpectationHistory {

    private final Timeline timeline;

    private final JdbcClient jdbc;

    ExpectationHistory(Timeline timeline, JdbcClient jdbc) {
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    static Subject subject(Expectation expectation) {
        return new Subject("EXPECTATION", expectation.id().id(), expectation.number(), expectation.customer().id());
    }

    void record(Expectation expectation, String action, Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after, @Nullable String note) {
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        var names = names(fields, before, after);
        var change = Change.of(subject(expectation), action).note(note);
        for (var field : fields) {
            change = change.with(field, said(before.get(field), names), said(after.get(field), names));
        }
        timeline.record(change);
    }

    void note(Expectation expectation, String action, @Nullable String note) {
        timeline.record(Change.of(subject(expectation), action).note(note));
    }

    /** What changed in something that belongs to an expectation. */
    void note(Expectation expectation, String action, String note, String field, Object before, Object after) {
        timeline.record(Change.of(subject(expectation), action).note(note).with(field, before, after));
    }

    private static @Nullable Object said(@Nullable Object value, Map<UUID, String> names) {
        var id = idOf(value);
        if (id != null) {
            return names.getOrDefault(id, id.toString());
        }
        return value instanceof BigDecimal number ? Numbers.plain(number) : value;
    }

    private static @Nullable UUID idOf(@Nullable Object value) {
        return switch (value) {
            case ContactId contact -> contact.id();
            case StaffId staff -> staff.id();
            case ExpectationId expectation -> expectation.id();
            case null, default -> null;
        };
    }

    private Map<UUID, String> names(Set<String> fields, Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var ids = fields.stream()
            .flatMap(field -> Stream.of(Optional.ofNullable(before.get(field)), Optional.ofNullable(after.get(field))))
            .map(value -> Optional.ofNullable(idOf(value.orElse(null))))
            .flatMap(Optional::stream)
            .distinct()
            .toArray(UUID[]::new);
        if (ids.length == 0) {
            return Map.of();
        }
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                select id, name from contact where id = any(:ids)
                union all select id, name from staff where id = any(:ids)
                union all select id, number from expectation where id = any(:ids)""").param("ids", ids).query(rs -> {
            names.put(rs.getObject(1, UUID.class), rs.getString(2));
        });
        return names;
    }

}
