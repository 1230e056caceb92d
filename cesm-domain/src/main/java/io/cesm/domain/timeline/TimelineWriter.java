package io.cesm.domain.timeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends entries to one of the lanes: lock its head, sign, insert, move the head. */
@Component
class TimelineWriter {

    static final int LANES = 16;

    private static final String INSERT = """
            insert into timeline_entry (id, lane, seq, at, actor_id, actor_name, actor_kind, channel, address,
                   subject_type, subject_id, subject_name, customer_id, action, changes, note, mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    private final ChainKey key;

    private final JsonMapper json;

    TimelineWriter(JdbcTemplate jdbc, ChainKey key, JsonMapper json) {
        this.jdbc = jdbc;
        this.key = key;
        this.json = json;
    }

    void write(List<Timeline.Noted> noted) {
        int lane = ThreadLocalRandom.current().nextInt(LANES);
        var head = jdbc.queryForObject("select seq, mac from timeline_head where lane = ? for update",
                (rs, i) -> new Head(rs.getLong(1), rs.getBytes(2)), lane);
        if (head == null) {
            throw new IllegalStateException("Lane " + lane + " of the timeline has no head");
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (var each : noted) {
            var entry = entry(each, lane, head.seq() + 1);
            head = new Head(entry.seq(), key.sign(head.mac(), entry.content()));
            rows.add(row(entry, head.mac()));
        }
        jdbc.batchUpdate(INSERT, rows);
        jdbc.update("update timeline_head set seq = ?, mac = ? where lane = ?", head.seq(), head.mac(), lane);
    }

    private Entry entry(Timeline.Noted noted, int lane, long seq) {
        var change = noted.change();
        var actor = noted.actor();
        var subject = change.subject();
        Instant at = noted.at().truncatedTo(ChronoUnit.MICROS);
        return new Entry(Uuid7.at(at.toEpochMilli()), lane, seq, at, idOf(actor.staff()), actor.name(),
                actor.kind().name(), actor.channel(), actor.address(), subject.type(), subject.id(), subject.name(),
                subject.customer(), change.action(), json.writeValueAsString(change.values()), change.note());
    }

    private static @Nullable UUID idOf(@Nullable StaffId staff) {
        return staff == null ? null : staff.id();
    }

    private static @Nullable Object[] row(Entry e, byte[] mac) {
        OffsetDateTime at = e.at().atOffset(ZoneOffset.UTC);
        return new @Nullable Object[] { e.id(), e.lane(), e.seq(), at, e.actorId(), e.actorName(), e.actorKind(),
                e.channel(), e.address(), e.subjectType(), e.subjectId(), e.subjectName(), e.customerId(), e.action(),
                e.changes(), e.note(), mac };
    }

    private record Head(long seq, byte[] mac) {
    }

}
