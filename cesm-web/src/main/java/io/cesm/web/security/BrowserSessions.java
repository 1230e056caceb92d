package io.cesm.web.security;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.Access;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.BrowserContext.Proof;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Begins and ends what a browser may do. */
@Component
class BrowserSessions {

    static final String DEVICE = "device";

    static final String ADDRESS = "address";

    private final JdbcClient jdbc;

    private final SessionStore store;

    private final BrowserContext context;

    private final Clock clock;

    BrowserSessions(JdbcClient jdbc, SessionStore store, BrowserContext context, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.context = context;
        this.clock = clock;
    }

    /** Begins anew: whatever the browser carried before is dead from now on. */
    void begin(HttpServletRequest request, Access access, Proof proof) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var session = request.getSession(true);
        var handle = UUID.randomUUID();
        session.setAttribute(SessionStore.STAFF, access.staff().toString());
        session.setAttribute(BrowserContext.PROOF, proof.name());
        session.setAttribute(BrowserContext.HANDLE, handle.toString());
        session.setAttribute(DEVICE, Device.of(request.getHeader("User-Agent")));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        var fresh = SecurityContextHolder.createEmptyContext();
        fresh.setAuthentication(
                StaffAuthentication.page(access, context.stage(access, proof), request.getRemoteAddr(), handle));
        SecurityContextHolder.setContext(fresh);
    }

    /** Where a person is signed in, most recently seen first. */
    List<SessionRow> of(StaffId staff) {
        return jdbc
            .sql("""
                    select attributes ->> 'handle', attributes ->> 'device', attributes ->> 'address', created_at, last_seen_at
                      from web_session where staff_id = :staff and ends_at > :now order by last_seen_at desc
                    """)
            .param("staff", staff.id())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((rs, n) -> new SessionRow(UUID.fromString(rs.getString(1)), rs.getString(2), rs.getString(3),
                    rs.getObject(4, OffsetDateTime.class).toInstant(),
                    rs.getObject(5, OffsetDateTime.class).toInstant()))
            .list();
    }

    /** Ends one of a person's sessions; {@code handle} is what lists call it. */
    void end(StaffId staff, UUID handle) {
        jdbc.sql("delete from web_session where staff_id = :staff and attributes ->> 'handle' = :handle")
            .param("staff", staff.id())
            .param("handle", handle.toString())
            .update();
        store.forget();
    }

    /** Ends all of a person's sessions but one, or all if that is null. */
    void endOthers(StaffId staff, @Nullable UUID but) {
        jdbc.sql("""
                delete from web_session
                 where staff_id = :staff and (cast(:but as text) is null or attributes ->> 'handle' <> :but)
                """).param("staff", staff.id()).param("but", but == null ? null : but.toString()).update();
        store.forget();
    }

    /** A place where somebody is signed in. */
    record SessionRow(UUID handle, String device, String address, Instant since, Instant seen) {
    }

}
