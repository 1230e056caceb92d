package io.cesm.web.security;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/** A context that is only looked up when somebody asks for it. */
final class LazyContext implements DeferredSecurityContext {

    private final Supplier<SecurityContext> source;

    private @Nullable SecurityContext found;

    LazyContext(Supplier<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public SecurityContext get() {
        if (found == null) {
            found = source.get();
        }
        return found;
    }

    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }

}
