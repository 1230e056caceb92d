package io.cesm.web.security;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.Access;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.security.SecuritySettings.SecondFactorPolicy;
import io.cesm.web.security.StaffAuthentication.Stage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Finds out who a browser belongs to. The session only says which person and how far they
 * came; what they may do is looked up anew, so a change counts within a second.
 */
@Component
class BrowserContext implements SecurityContextRepository {

    /** Session attribute: by what means the person has proved themselves so far. */
    static final String PROOF = "proof";

    static final String HANDLE = "handle";

    private static final Set<Role> NEED_SECOND_FACTOR = EnumSet.of(Role.ADMIN, Role.OFFICE, Role.MANAGER);

    private final AccessCache accesses;

    private final SecuritySettings settings;

    BrowserContext(AccessCache accesses, SecuritySettings settings) {
        this.accesses = accesses;
        this.settings = settings;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public org.springframework.security.core.context.DeferredSecurityContext loadDeferredContext(
            HttpServletRequest request) {
        return new LazyContext(() -> context(request));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // the sign-in writes the session itself
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SessionStore.STAFF) != null;
    }

    Stage stage(Access access, Proof proof) {
        return switch (proof) {
            case STRONG -> Stage.FULL;
            case PASSWORD_BEFORE_CODE -> Stage.CODE;
            case PASSWORD -> settings.secondFactor() == SecondFactorPolicy.REQUIRED
                    && access.roles().stream().anyMatch(NEED_SECOND_FACTOR::contains) ? Stage.ENROLMENT : Stage.FULL;
        };
    }

    private SecurityContext context(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SessionStore.STAFF) instanceof String staff) {
            context.setAuthentication(authentication(StaffId.of(staff), session, request));
        }
        return context;
    }

    private @Nullable StaffAuthentication authentication(StaffId staff, HttpSession session,
            HttpServletRequest request) {
        var access = accesses.of(staff).orElse(null);
        if (access == null) {
            session.invalidate();
            return null;
        }
        var proof = session.getAttribute(PROOF) instanceof String text ? Proof.valueOf(text) : Proof.PASSWORD;
        var handle = session.getAttribute(HANDLE) instanceof String text ? UUID.fromString(text) : null;
        return StaffAuthentication.page(access, stage(access, proof), request.getRemoteAddr(), handle);
    }

    /** By what means somebody has proved who they are. */
    enum Proof {

        /** The password, and a code is still to come. */
        PASSWORD_BEFORE_CODE,
        /** The password; the person has no second factor. */
        PASSWORD,
        /** The password and a second factor. */
        STRONG

    }

}
