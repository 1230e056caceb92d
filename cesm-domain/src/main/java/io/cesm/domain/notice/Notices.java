package io.cesm.domain.notice;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells people things inside the application, and asks for a mail where they want one;
 * the same thing is never told twice.
 */
@Component
public class Notices {

    private final JdbcClient jdbc;

    private final Clock clock;

    private final JsonMapper json;

    Notices(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Tells somebody of something.
     * @param kind a code; its sentence is the message {@code notice.<kind>} with the
     * subject's name as first argument
     * @param details more values for the sentence
     * @param key what makes this telling the same as another one to the same person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(StaffId staff, String kind, Subject subject, Map<String, String> details, String key) {
        tell(List.of(staff), kind, subject, details, key);
    }

    /** Tells several people of the same at once; as if each were told alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<StaffId> people, String kind, Subject subject, Map<String, String> details,
            String key) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql(
                """
                        with told as (
                            insert into notice (id, staff_id, at, kind, subject_type, subject_id, subject_name, details, dedup_key)
                            select t.id, t.staff, :at, :kind, :type, :subject, :name, cast(:details as jsonb), t.key
                              from unnest(cast(:ids as uuid[]), cast(:staff as uuid[]), cast(:keys as text[])) t(id, staff, key)
                            on conflict (dedup_key) do nothing returning id, at)
                        insert into notice_delivery (notice_id, channel, state, due_at) select id, 'MAIL', 'NEW', at from told""")
            .param("ids", people.stream().map(it -> Uuid7.next()).toArray(UUID[]::new))
            .param("staff", people.stream().map(StaffId::id).toArray(UUID[]::new))
            .param("keys", people.stream().map(it -> it + "/" + kind + "/" + key).toArray(String[]::new))
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("kind", kind)
            .param("type", subject.type())
            .param("subject", subject.id())
            .param("name", subject.name() == null ? "" : subject.name())
            .param("details", json.writeValueAsString(details))
            .update();
    }

    /** Marks one notice, or all if none is named, as read. */
    @Transactional
    public void read(StaffId staff, @Nullable UUID notice) {
        jdbc.sql("update notice set read_at = :at where staff_id = :staff and read_at is null"
                + " and (cast(:id as uuid) is null or id = :id)")
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("staff", staff.id())
            .param("id", notice)
            .update();
    }

    /** Marks a notice and the earlier ones about the same record as read. */
    @Transactional
    public void readAbout(StaffId staff, UUID notice) {
        jdbc.sql("update notice n set read_at = :at from notice that where that.id = :id and that.staff_id = :staff"
                + " and n.staff_id = :staff and n.read_at is null and n.at <= that.at and (n.id = that.id"
                + " or (n.subject_type = that.subject_type and n.subject_id = that.subject_id))")
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("staff", staff.id())
            .param("id", notice)
            .update();
    }

}
