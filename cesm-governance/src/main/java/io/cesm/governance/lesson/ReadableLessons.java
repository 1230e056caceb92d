package io.cesm.governance.lesson;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which lessons somebody may read, as a condition on the alias {@code l}: published ones
 * meant for their role, drafts if they work on complaints, their own, and all for those
 * who lead or check.
 */
record ReadableLessons(String sql, Map<String, @Nullable Object> params) {

    /** Those who decide what becomes common knowledge. */
    static final Set<Role> LEADING = EnumSet.of(Role.MANAGER, Role.OFFICE);

    static ReadableLessons to(Actor actor) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        if (actor.kind() == Actor.Kind.SYSTEM || leads(actor) || actor.roles().contains(Role.AUDITOR)) {
            return new ReadableLessons("true", params);
        }
        params.put("myRoles", actor.roles().stream().map(Role::name).toArray(String[]::new));
        params.put("readingMe", actor.staff() == null ? null : actor.staff().id());
        var drafts = actor.may(Right.COMPLAINT_EDIT) ? " or l.state in ('DRAFT', 'REVIEWED')" : "";
        return new ReadableLessons("(l.written_by = :readingMe or l.owner_id = :readingMe" + drafts
                + " or (l.state in ('PUBLISHED', 'RETIRED')"
                + " and (l.audience = '{}' or l.audience && cast(:myRoles as text[]))))", params);
    }

    static boolean leads(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM || actor.roles().stream().anyMatch(LEADING::contains);
    }

}
