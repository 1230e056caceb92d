package io.cesm.domain.complaint;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
class ComplaintHistory {

    static final String TYPE = "COMPLAINT";

    private final Timeline timeline;

    private final JdbcClient jdbc;

    ComplaintHistory(Timeline timeline, JdbcClient jdbc) {
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    static Subject subject(Complaint it) {
        return new Subject(TYPE, it.id().id(), it.number(), it.customer().id());
    }

    void record(Complaint complaint, String action, @Nullable ComplaintFacts was, ComplaintFacts is,
            @Nullable String note) {
        Map<String, @Nullable Object> before = was == null ? Map.of() : was.values();
        var after = is.values();
        var fields = new LinkedHashSet<>(after.keySet());
        fields.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        var names = names(fields, before, after);
        var change = Change.of(subject(complaint), action).note(note);
        for (var field : fields) {
            change = change.with(field, said(before.get(field), names), said(after.get(field), names));
        }
        timeline.record(change);
    }

    void note(Subject complaint, String action, @Nullable String words) {
        timeline.record(Change.of(complaint, action).note(words));
    }

    private static @Nullable Object said(@Nullable Object value, Map<UUID, String> names) {
        var id = idOf(value);
        return id == null ? value : names.getOrDefault(id, id.toString());
    }

    private static @Nullable UUID idOf(@Nullable Object value) {
        return switch (value) {
            case ContactId contact -> contact.id();
            case StaffId staff -> staff.id();
            case ComplaintId complaint -> complaint.id();
            case null, default -> null;
        };
    }

    private Map<UUID, String> names(Set<String> fields, Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (var field : fields) {
            for (var id : new @Nullable UUID[] { idOf(before.get(field)), idOf(after.get(field)) }) {
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select id, name from contact where id = any(:ids)
                    union all select id, name from staff where id = any(:ids)
                    union all select id, number from complaint where id = any(:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    names.put(rs.getObject(1, UUID.class), rs.getString(2));
                });
        }
        return names;
    }

}
