package io.cesm.web.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.web.security.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses of calendars, one a person. Only the digest is kept; a new address
 * ends the one before.
 */
@Service
@Transactional
class CalendarFeeds {

    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    private final Timeline timeline;

    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** An address that counts. */
    record Feed(UUID id, StaffId owner, Locale locale, Instant createdAt, @Nullable Instant lastUsedAt) {
    }

    /** Makes an address and answers with its secret part, known to nobody afterwards. */
    String make(StaffId owner, Locale locale, Actor by) {
        var secret = Secrets.next();
        var id = Uuid7.next();
        jdbc.sql("""
                insert into calendar_feed (id, staff_id, token_hash, language, created_at)
                values (:id, :staff, :hash, :language, :now)
                on conflict (staff_id) do update set id = excluded.id, token_hash = excluded.token_hash,
                    language = excluded.language, created_at = excluded.created_at, last_used_at = null""")
            .param("id", id)
            .param("staff", owner.id())
            .param("hash", Secrets.hash(secret))
            .param("language", locale.getLanguage().equals("zh") ? "zh" : "en")
            .param("now", now())
            .update();
        timeline.record(Change.of(subject(id), "CREATED"), by);
        return secret;
    }

    @Transactional(readOnly = true)
    Optional<Feed> of(StaffId owner) {
        return read("staff_id = :it", owner.id());
    }

    /** Ends a person's address. */
    void end(StaffId owner, Actor by) {
        var id = jdbc.sql("delete from calendar_feed where staff_id = :staff returning id")
            .param("staff", owner.id())
            .query(UUID.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        timeline.record(Change.of(subject(id), "REVOKED"), by);
    }

    /** The calendar behind a secret; that it was used is noted now and then. */
    Feed open(String secret) {
        var feed = read("token_hash = :it", Secrets.hash(secret)).orElseThrow(UnknownThing::new);
        var used = feed.lastUsedAt();
        if (used == null || used.plus(NOTE_USE_EVERY).isBefore(clock.instant())) {
            jdbc.sql("update calendar_feed set last_used_at = :now where id = :id")
                .param("now", now())
                .param("id", feed.id())
                .update();
        }
        return feed;
    }

    private Optional<Feed> read(String which, Object key) {
        return jdbc.sql("select id, staff_id, language, created_at, last_used_at from calendar_feed where " + which)
            .param("it", key)
            .query((rs, i) -> new Feed(rs.getObject("id", UUID.class),
                    new StaffId(rs.getObject("staff_id", UUID.class)), Locale.of(rs.getString("language")),
                    rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                    instant(rs.getObject("last_used_at", OffsetDateTime.class))))
            .optional();
    }

    private static Subject subject(UUID id) {
        return new Subject("TOKEN", id, "iCalendar", null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

}
