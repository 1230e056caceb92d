package io.cesm.satisfaction.followup;

import java.util.Map;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;

/**
 * Which follow-ups somebody may see: those of their customers, and what goes back to an
 * answer in confidence only with the right to it. The alias of the follow-up is
 * {@code f}.
 */
record Visible(String sql, Map<String, Object> params) {

    static Visible to(Actor actor) {
        var scope = actor.scope();
        var mine = scope.sql("f.customer_id");
        return new Visible(actor.may(Right.CONFIDENTIAL_READ) ? mine : "(not f.confidential and " + mine + ")",
                scope.params());
    }

}
