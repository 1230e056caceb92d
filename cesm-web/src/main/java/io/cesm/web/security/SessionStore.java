package io.cesm.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in the database, one row each, found by the SHA-256 of the cookie. What was
 * read is believed for a second, and being seen is noted once a minute, so that a page
 * does not pay for them.
 */
@Component
class SessionStore implements SessionRepository<StoredSession> {

    static final String STAFF = "staff";

    static final Duration FRESH_FOR = Duration.ofMillis(900);

    private static final Duration NOTE_SEEN_EVERY = Duration.ofSeconds(60);

    private static final Duration ANONYMOUS_LIVES = Duration.ofHours(1);

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final Clock clock;

    private final SecuritySettings settings;

    private final Cache<String, Optional<Row>> known = Caffeine.newBuilder()
        .expireAfterWrite(FRESH_FOR)
        .maximumSize(10_000)
        .build();

    SessionStore(JdbcClient jdbc, JsonMapper json, Clock clock, SecuritySettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public StoredSession createSession() {
        return StoredSession.begin(clock, settings.sessionIdle());
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        if (id.length() != 43) {
            return null;
        }
        var row = known.get(id, this::read).orElse(null);
        if (row == null || row.endsAt.isBefore(clock.instant())) {
            return null;
        }
        var session = StoredSession.stored(clock, id, row.handle, row.created, row.lastSeen, settings.sessionIdle(),
                row.attributes);
        return session.isExpired() ? null : session;
    }

    @Override
    public void save(StoredSession session) {
        if (session.fresh()) {
            insert(session);
        }
        else if (session.changed()) {
            update(session);
        }
        else if (session.seenLongAfterStored(NOTE_SEEN_EVERY)) {
            jdbc.sql("update web_session set last_seen_at = :seen where id = :id")
                .param("seen", utc(session.getLastAccessedTime()))
                .param("id", Secrets.hash(session.getId()))
                .update();
        }
        else {
            return;
        }
        known.invalidate(session.storedId());
        session.saved();
    }

    @Override
    public void deleteById(String id) {
        jdbc.sql("delete from web_session where id = :id").param("id", Secrets.hash(id)).update();
        known.invalidate(id);
    }

    /** Forgets what was read before, so that an end made here is felt here at once. */
    void forget() {
        known.invalidateAll();
    }

    /** Removes sessions whose time is over. */
    int sweep() {
        var now = clock.instant();
        return jdbc.sql("delete from web_session where ends_at < :now or last_seen_at < :idle")
            .param("now", utc(now))
            .param("idle", utc(now.minus(settings.sessionIdle())))
            .update();
    }

    private void insert(StoredSession session) {
        var staff = session.attributes().get(STAFF);
        jdbc.sql("""
                insert into web_session (id, handle, staff_id, created_at, last_seen_at, ends_at, attributes)
                values (:id, :handle, cast(:staff as uuid), :created, :seen, :ends, cast(:attributes as jsonb))
                """)
            .param("id", Secrets.hash(session.getId()))
            .param("handle", session.handle())
            .param("staff", staff)
            .param("created", utc(session.getCreationTime()))
            .param("seen", utc(session.getLastAccessedTime()))
            .param("ends",
                    utc(session.getCreationTime().plus(staff == null ? ANONYMOUS_LIVES : settings.sessionLongest())))
            .param("attributes", json.writeValueAsString(session.attributes()))
            .update();
    }

    private void update(StoredSession session) {
        jdbc.sql("""
                update web_session
                   set id = :id, last_seen_at = :seen,
                       attributes = (attributes - cast(:removed as text[])) || cast(:written as jsonb)
                 where id = :stored
                """)
            .param("id", Secrets.hash(session.getId()))
            .param("seen", utc(session.getLastAccessedTime()))
            .param("removed", session.removed().toArray(String[]::new))
            .param("written", json.writeValueAsString(session.written()))
            .param("stored", Secrets.hash(session.storedId()))
            .update();
    }

    private Optional<Row> read(String id) {
        return jdbc.sql("""
                select handle, created_at, last_seen_at, ends_at, attributes from web_session where id = :id
                """)
            .param("id", Secrets.hash(id))
            .query((rs, n) -> new Row(rs.getObject(1, UUID.class), rs.getObject(2, OffsetDateTime.class).toInstant(),
                    rs.getObject(3, OffsetDateTime.class).toInstant(),
                    rs.getObject(4, OffsetDateTime.class).toInstant(),
                    new HashMap<>(json.readValue(rs.getString(5), ATTRIBUTES))))
            .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(UUID handle, Instant created, Instant lastSeen, Instant endsAt, Map<String, Object> attributes) {
    }

}
