package io.cesm.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which people set their own password: an administrator makes one and hands it
 * over, but never knows a password. A link works once and for a day; a newer one ends it.
 */
@Service
@Transactional
public class PasswordLinks {

    private static final Duration LIVES = Duration.ofHours(24);

    private final JdbcClient jdbc;

    private final StaffBook people;

    private final AccessBook accesses;

    private final PasswordRules rules;

    private final Credentials credentials;

    private final BrowserSessions sessions;

    private final Timeline timeline;

    private final CurrentActor current;

    private final PublicAddress address;

    private final Clock clock;

    PasswordLinks(JdbcClient jdbc, StaffBook people, AccessBook accesses, PasswordRules rules, Credentials credentials,
            BrowserSessions sessions, Timeline timeline, CurrentActor current, PublicAddress address, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.accesses = accesses;
        this.rules = rules;
        this.credentials = credentials;
        this.sessions = sessions;
        this.timeline = timeline;
        this.current = current;
        this.address = address;
        this.clock = clock;
    }

    /** Makes a link for somebody; it is shown once. */
    public Link make(StaffId staff) {
        current.actor().requireMay(Right.PEOPLE_ADMIN);
        var person = people.require(staff);
        if (!person.active()) {
            throw new UnknownThing();
        }
        var secret = Secrets.next();
        var now = clock.instant();
        jdbc.sql("delete from password_link where staff_id = :staff or expires_at < :now")
            .param("staff", staff.id())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
        jdbc.sql(
                """
                        insert into password_link (token_hash, staff_id, made_at, expires_at) values (:hash, :staff, :now, :ends)
                        """)
            .param("hash", Secrets.hash(secret))
            .param("staff", staff.id())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("ends", now.plus(LIVES).atOffset(ZoneOffset.UTC))
            .update();
        timeline.record(Change.of(new Subject("STAFF", staff.id(), person.name(), null), "PASSWORD_LINK_MADE"));
        return new Link(address.link("/invitation/" + secret), now.plus(LIVES));
    }

    /** What the browser keeps of a link: its hash. */
    static String mark(String secret) {
        return HexFormat.of().formatHex(Secrets.hash(secret));
    }

    /** Whose link this is, if it still counts. */
    @Transactional(readOnly = true)
    public Optional<Access> owner(String mark) {
        return jdbc.sql("select staff_id from password_link where token_hash = :hash and expires_at > :now")
            .param("hash", HexFormat.of().parseHex(mark))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((rs, n) -> new StaffId(rs.getObject(1, UUID.class)))
            .optional()
            .flatMap(accesses::of)
            .filter(Access::active);
    }

    /** Sets the password of the link's owner and ends the link and all sessions. */
    public void use(String mark, String password) {
        var owner = owner(mark).orElseThrow(UnknownThing::new);
        rules.check(password, "password", owner.login(), owner.name(), owner.nameEn());
        boolean first = jdbc.sql("delete from password_link where token_hash = :hash")
            .param("hash", HexFormat.of().parseHex(mark))
            .update() == 1;
        if (!first) {
            throw new UnknownThing();
        }
        credentials.set(owner.staff(), password);
        sessions.endOthers(owner.staff(), null);
        timeline.record(Change.of(new Subject("STAFF", owner.staff().id(), owner.name(), null), "PASSWORD_SET"),
                owner.actor("token", null));
    }

    /** A link just made. */
    public record Link(String address, Instant expiresAt) {
    }

}
