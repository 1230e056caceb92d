package io.cesm.domain.people;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Lets a piece of work run in somebody's name: jobs, token pages, tests. */
public final class Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private Acting() {
    }

    public static void as(Actor actor, Runnable work) {
        ScopedValue.where(ACTOR, actor).run(work);
    }

    public static <T> T as(Actor actor, Supplier<T> work) {
        return ScopedValue.where(ACTOR, actor).call(work::get);
    }

    static @Nullable Actor now() {
        return ACTOR.isBound() ? ACTOR.get() : null;
    }

}
