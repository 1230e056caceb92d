package io.cesm.web.expectation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.people.Actor;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A verb as the record page offers it.
 *
 * @param path last part of its address
 * @param reason message key of why it cannot be done now, null if it can
 */
record VerbChoice(Verb verb, String path, @Nullable String reason) {

    private static final Map<ExpectationState, Verb> NEXT = Map.of(ExpectationState.CAPTURED, Verb.CLARIFY,
            ExpectationState.CLARIFIED, Verb.COMMIT, ExpectationState.COMMITTED, Verb.DELIVER,
            ExpectationState.DELIVERED, Verb.CONFIRM, ExpectationState.NOT_MET, Verb.COMMIT);

    static VerbChoice of(Verb verb, ExpectationState state, Actor actor) {
        String reason = null;
        if (!verb.isAllowedIn(state)) {
            reason = "refusal." + verb.reason();
        }
        else if (!actor.may(verb.right())) {
            reason = "expectation.verb.no_right." + verb.right();
        }
        return new VerbChoice(verb, path(verb), reason);
    }

    /** The one step that leads on, if there is one. */
    static @Nullable VerbChoice next(ExpectationState state, Actor actor) {
        var verb = NEXT.get(state);
        return verb == null ? null : of(verb, state, actor);
    }

    static List<VerbChoice> others(ExpectationState state, Actor actor) {
        var next = NEXT.get(state);
        return Arrays.stream(Verb.values()).filter(verb -> verb != next).map(verb -> of(verb, state, actor)).toList();
    }

    public boolean isPossible() {
        return reason == null;
    }

    private static String path(Verb verb) {
        return switch (verb) {
            case NOT_MEET -> "not-met";
            default -> verb.name().toLowerCase(Locale.ROOT);
        };
    }

}
