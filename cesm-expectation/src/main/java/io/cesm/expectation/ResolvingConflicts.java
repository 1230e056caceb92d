package io.cesm.expectation;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recording how conflicting expectations were decided: by whom, which side, and who told
 * whom.
 */
@Service
@Transactional
public class ResolvingConflicts {

    private final Conflicts conflicts;

    private final ExpectationDesk desk;

    private final Account account;

    private final CurrentActor current;

    ResolvingConflicts(Conflicts conflicts, ExpectationDesk desk, Account account, CurrentActor current) {
        this.conflicts = conflicts;
        this.desk = desk;
        this.account = account;
        this.current = current;
    }

    public void resolve(ConflictId id, @Nullable Long version, ResolveConflict wish) {
        var conflict = require(id, version);
        var first = desk.require(conflict.first());
        var second = desk.require(conflict.second());
        account.requireContact(first.customer(), wish.decidedBy());
        account.requireContact(first.customer(), wish.told().contact());
        account.requireStaff(wish.told().by());
        var said = first.origin().saidOn().isAfter(second.origin().saidOn()) ? first.origin().saidOn()
                : second.origin().saidOn();
        conflict.resolve(wish, said, desk.now());
        conflicts.save(conflict);
        var chosen = wish.chosen().equals(first.id()) ? first : second;
        var decision = chosen.number() + ": " + wish.decision();
        desk.comment(first, "CONFLICT_RESOLVED", decision);
        desk.comment(second, "CONFLICT_RESOLVED", decision);
    }

    /** Records that the two can both be met after all. */
    public void dismiss(ConflictId id, @Nullable Long version, @Nullable String because) {
        var conflict = require(id, version);
        conflict.dismiss(because, desk.now());
        conflicts.save(conflict);
        var words = because == null ? "" : because;
        desk.comment(desk.require(conflict.first()), "CONFLICT_DISMISSED", words);
        desk.comment(desk.require(conflict.second()), "CONFLICT_DISMISSED", words);
    }

    private ExpectationConflict require(ConflictId id, @Nullable Long version) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var conflict = conflicts.findById(id).orElseThrow(UnknownThing::new);
        desk.require(conflict.first());
        if (version != null) {
            StaleVersion.check(version, conflict.version());
        }
        return conflict;
    }

}
