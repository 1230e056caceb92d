package io.cesm.domain.people;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says who is acting now: whoever {@link Acting} names, else the one signed in. */
@Component
public class CurrentActor {

    private final ObjectProvider<SignedIn> signedIn;

    /** Looked up among all beans once and not for each question. */
    private volatile @Nullable SignedIn found;

    CurrentActor(ObjectProvider<SignedIn> signedIn) {
        this.signedIn = signedIn;
    }

    /**
     * The one acting now.
     * @throws NotAllowed if nobody is
     */
    public Actor actor() {
        var actor = orNull();
        if (actor == null) {
            throw new NotAllowed(Right.VIEW);
        }
        return actor;
    }

    public @Nullable Actor orNull() {
        var acting = Acting.now();
        if (acting != null) {
            return acting;
        }
        var source = source();
        return source == null ? null : source.actor();
    }

    private @Nullable SignedIn source() {
        var known = found;
        if (known == null) {
            known = signedIn.getIfAvailable();
            found = known;
        }
        return known;
    }

    /** Where the one who signed in comes from; the web gives it. */
    @FunctionalInterface
    public interface SignedIn {

        @Nullable Actor actor();

    }

}
