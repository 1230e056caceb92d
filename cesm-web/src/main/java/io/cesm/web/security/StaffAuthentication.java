package io.cesm.web.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Access;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * A member of staff who has come in, by a browser or a token. Rights are its authorities;
 * somebody half-way in has none but the one to go on.
 */
public final class StaffAuthentication extends AbstractAuthenticationToken {

    static final String NEEDS_CODE = "NEEDS_CODE";

    static final String NEEDS_ENROLMENT = "NEEDS_ENROLMENT";

    private final transient Access access;

    private final transient Actor actor;

    private final @Nullable UUID session;

    private StaffAuthentication(Access access, Actor actor, @Nullable UUID session,
            Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.access = access;
        this.actor = actor;
        this.session = session;
        setAuthenticated(true);
    }

    /** Somebody in a browser. */
    static StaffAuthentication page(Access access, Stage stage, @Nullable String address, @Nullable UUID session) {
        var actor = access.actor("page", address);
        return switch (stage) {
            case FULL -> new StaffAuthentication(access, actor, session, authorities(actor.rights(), access.roles()));
            case CODE -> half(access, actor, session, NEEDS_CODE);
            case ENROLMENT -> half(access, actor, session, NEEDS_ENROLMENT);
        };
    }

    /** A program with a token that has some of the person's rights. */
    static StaffAuthentication token(Access access, Set<Right> rights, String name, @Nullable String address) {
        var allowed = new HashSet<>(access.rights());
        allowed.retainAll(rights);
        var actor = new Actor(Actor.Kind.STAFF, access.staff(), name, access.roles(), Set.copyOf(allowed),
                access.scope(), "api", address);
        return new StaffAuthentication(access, actor, null, authorities(allowed, Set.of()));
    }

    private static StaffAuthentication half(Access access, Actor actor, @Nullable UUID session, String authority) {
        return new StaffAuthentication(access, actor, session, List.of(new SimpleGrantedAuthority(authority)));
    }

    private static List<GrantedAuthority> authorities(Set<Right> rights, Set<Role> roles) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        rights.forEach(right -> authorities.add(new SimpleGrantedAuthority(right.name())));
        roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        return authorities;
    }

    /** The one who acts; somebody half-way in may do nothing. */
    public Actor actor() {
        if (needsCode() || needsEnrolment()) {
            return new Actor(actor.kind(), actor.staff(), actor.name(), Set.of(), Set.of(), Scope.none(),
                    actor.channel(), actor.address());
        }
        return actor;
    }

    public Access access() {
        return access;
    }

    @Nullable UUID session() {
        return session;
    }

    boolean needsCode() {
        return has(NEEDS_CODE);
    }

    boolean needsEnrolment() {
        return has(NEEDS_ENROLMENT);
    }

    private boolean has(String authority) {
        return getAuthorities().stream().anyMatch(it -> authority.equals(it.getAuthority()));
    }

    @Override
    public String getName() {
        return access.login();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Access getPrincipal() {
        return access;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffAuthentication that && access.staff().equals(that.access.staff())
                && getAuthorities().equals(that.getAuthorities());
    }

    @Override
    public int hashCode() {
        return access.staff().hashCode();
    }

    /** Finds out who somebody is and what they may do now. */
    @Component
    public static class Maker {

        private final AccessBook accesses;

        Maker(AccessBook accesses) {
            this.accesses = accesses;
        }

        /** Somebody wholly signed in from this address. */
        public StaffAuthentication signedIn(StaffId staff, String address) {
            return page(accesses.of(staff).orElseThrow(UnknownThing::new), Stage.FULL, address, null);
        }

    }

    /** How far somebody has come in. */
    enum Stage {

        FULL, CODE, ENROLMENT

    }

}
