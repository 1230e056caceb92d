package io.cesm.web.security;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The one who acts is the one who signed in. */
@Component
class WebActor implements CurrentActor.SignedIn {

    @Override
    public @Nullable Actor actor() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication staff
                ? staff.actor() : null;
    }

}
