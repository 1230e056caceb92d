package io.cesm.web.security;

import java.util.UUID;

import io.cesm.domain.people.Access;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.BrowserContext.Proof;
import jakarta.servlet.http.HttpServletRequest;
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

    BrowserSessions(JdbcClient jdbc, SessionStore store, BrowserContext context) {
        this.jdbc = jdbc;
        this.store = store;
        this.context = context;
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

    /** Ends one of a person's sessions; {@code handle} is what lists call it. */
    void end(StaffId staff, UUID handle) {
        jdbc.sql("delete from web_session where staff_id = :staff and attributes ->> 'handle' = :handle")
            .param("staff", staff.id())
            .param("handle", handle.toString())
            .update();
        store.forget();
    }

    /** Ends all of a person's sessions but one, or all if that is null. */
    void endOthers(StaffId staff, @org.jspecify.annotations.Nullable UUID but) {
        jdbc.sql("""
                delete from web_session
                 where staff_id = :staff and (cast(:but as text) is null or attributes ->> 'handle' <> :but)
                """).param("staff", staff.id()).param("but", but == null ? null : but.toString()).update();
        store.forget();
    }

}
