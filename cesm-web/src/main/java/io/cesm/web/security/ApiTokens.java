package io.cesm.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.NotAllowed;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which programs act for somebody: shown once, kept as a hash, with an end and
 * with some of the person's rights. What the person loses, the token loses too.
 */
@Service
@Transactional
public class ApiTokens {

    private static final String PREFIX = "cesm_";

    private static final int LONGEST_DAYS = 365;

    private static final int USUAL_DAYS = 90;

    private static final int MOST = 50;

    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    private final Timeline timeline;

    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Makes a token; the text is known to nobody afterwards. */
    public NewToken make(Access owner, Actor by, TokenWish wish) {
        var name = Texts.required(wish.name(), 80, "name");
        int days = wish.days() == null ? USUAL_DAYS : wish.days();
        if (days < 1 || days > LONGEST_DAYS) {
            throw new FieldRefusal("days", "token.days", LONGEST_DAYS);
        }
        if (wish.kind() == TokenKind.SERVICE && !by.may(Right.SETTINGS)) {
            throw new NotAllowed(Right.SETTINGS);
        }
        if (of(owner.staff()).size() >= MOST) {
            throw new FieldRefusal("name", "token.too_many", MOST);
        }
        var rights = rights(owner, wish.rights());
        var secret = PREFIX + Secrets.next();
        var id = Uuid7.next();
        var now = clock.instant();
        var ends = now.plus(Duration.ofDays(days));
        jdbc.sql("""
                insert into api_token (id, staff_id, kind, name, token_hash, rights, created_at, expires_at)
                values (:id, :staff, :kind, :name, :hash, :rights, :now, :ends)
                """)
            .param("id", id)
            .param("staff", owner.staff().id())
            .param("kind", wish.kind().name())
            .param("name", name)
            .param("hash", Secrets.hash(secret))
            .param("rights", rights.stream().map(Right::name).toArray(String[]::new))
            .param("now", utc(now))
            .param("ends", utc(ends))
            .update();
        timeline.record(Change.of(new Subject("TOKEN", id, name, null), "CREATED")
            .with("rights", null, new TreeSet<>(rights))
            .with("expiresAt", null, ends), by);
        return new NewToken(id, secret, name, wish.kind(), new TreeSet<>(rights), ends);
    }

    @Transactional(readOnly = true)
    public List<TokenRow> of(StaffId staff) {
        return jdbc.sql("""
                select id, kind, name, rights, created_at, expires_at, last_used_at from api_token
                 where staff_id = :staff order by created_at desc, id
                """)
            .param("staff", staff.id())
            .query((rs, n) -> new TokenRow(rs.getObject("id", UUID.class), TokenKind.valueOf(rs.getString("kind")),
                    rs.getString("name"), new TreeSet<>(rights((Object[]) rs.getArray("rights").getArray())),
                    rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                    rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    instant(rs.getObject("last_used_at", OffsetDateTime.class))))
            .list();
    }

    /** Ends one of a person's own tokens. */
    public void revoke(StaffId owner, UUID id, Actor by) {
        var name = jdbc.sql("delete from api_token where id = :id and staff_id = :staff returning name")
            .param("id", id)
            .param("staff", owner.id())
            .query((rs, n) -> rs.getString(1))
            .optional()
            .orElseThrow(UnknownThing::new);
        timeline.record(Change.of(new Subject("TOKEN", id, name, null), "REVOKED"), by);
    }

    /** Whose token this is, if it is one and still counts. */
    Optional<KnownToken> find(String secret) {
        var now = clock.instant();
        var found = jdbc.sql("""
                select id, staff_id, kind, name, rights, expires_at, last_used_at from api_token
                 where token_hash = :hash and expires_at > :now
                """)
            .param("hash", Secrets.hash(secret))
            .param("now", utc(now))
            .query((rs, n) -> new KnownToken(rs.getObject("id", UUID.class),
                    new StaffId(rs.getObject("staff_id", UUID.class)), TokenKind.valueOf(rs.getString("kind")),
                    rs.getString("name"), rights((Object[]) rs.getArray("rights").getArray()),
                    rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    instant(rs.getObject("last_used_at", OffsetDateTime.class))))
            .optional();
        found.filter(token -> token.lastUsed() == null || token.lastUsed().plus(NOTE_USE_EVERY).isBefore(now))
            .ifPresent(token -> jdbc.sql("update api_token set last_used_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", token.id())
                .update());
        return found;
    }

    void revokeAll(StaffId staff) {
        jdbc.sql("delete from api_token where staff_id = :staff").param("staff", staff.id()).update();
    }

    /** The rights asked for; if none is named, all but those over people and settings. */
    private static Set<Right> rights(Access owner, @Nullable Set<Right> wanted) {
        var own = owner.rights();
        if (wanted == null || wanted.isEmpty()) {
            Set<Right> usual = EnumSet.copyOf(own);
            usual.removeAll(EnumSet.of(Right.PEOPLE_ADMIN, Right.SETTINGS));
            return usual;
        }
        if (!own.containsAll(wanted)) {
            throw new FieldRefusal("rights", "token.rights_beyond_own");
        }
        Set<Right> rights = EnumSet.copyOf(wanted);
        rights.add(Right.VIEW);
        return rights;
    }

    private static Set<Right> rights(Object[] names) {
        return Arrays.stream(names).map(it -> Right.valueOf((String) it)).collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Whose work a token does. */
    public enum TokenKind {

        /** A person's own programs. */
        PERSONAL,
        /** A system that acts under its own name. */
        SERVICE

    }

    /**
     * A token to make.
     *
     * @param rights which of the owner's rights it carries; none named means the usual
     * ones
     * @param days how long it lives
     */
    public record TokenWish(@Nullable String name, TokenKind kind, @Nullable Set<Right> rights,
            @Nullable Integer days) {
    }

    /** A token just made; the only moment its secret is known. */
    public record NewToken(UUID id, String secret, String name, TokenKind kind, Set<Right> rights, Instant expiresAt) {
    }

    /** A token as lists show it. */
    public record TokenRow(UUID id, TokenKind kind, String name, Set<Right> rights, Instant createdAt,
            Instant expiresAt, @Nullable Instant lastUsedAt) {
    }

    record KnownToken(UUID id, StaffId staff, TokenKind kind, String name, Set<Right> rights, Instant expiresAt,
            @Nullable Instant lastUsed) {
    }

}
