package io.cesm.expectation;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiConsumer;

import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which an expectation changes: found within the scope of the one who
 * acts, compared with the version they saw, changed by a verb, saved with its facts, its
 * search words, its levels and its line on the timeline.
 */
@Component
class ExpectationDesk {

    private final Expectations expectations;

    private final ExpectationHistory history;

    private final ExpectationLevels levels;

    private final ConflictWatch conflicts;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    ExpectationDesk(Expectations expectations, ExpectationHistory history, ExpectationLevels levels,
            ConflictWatch conflicts, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.expectations = expectations;
        this.history = history;
        this.levels = levels;
        this.conflicts = conflicts;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    Moment now() {
        return Moment.of(clock.instant(), current.actor().staff());
    }

    /**
     * An expectation within the scope of the one who acts.
     * @throws UnknownThing if there is none there
     */
    Expectation require(ExpectationId id) {
        var scope = current.actor().scope();
        var found = jdbc.sql("select 1 from expectation e where e.id = :id and " + scope.sql("e.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(Integer.class)
            .optional();
        if (found.isEmpty()) {
            throw new UnknownThing();
        }
        return requireAnywhere(id);
    }

    /**
     * An expectation for somebody whose right to it was established in another way: a
     * customer with a link.
     */
    Expectation requireAnywhere(ExpectationId id) {
        return expectations.findById(id).orElseThrow(UnknownThing::new);
    }

    void capture(Expectation expectation) {
        expectations.save(expectation);
        index(expectation);
        levels.restate(expectation);
        conflicts.look(expectation, now());
        history.record(expectation, "CAPTURED", Map.of(), ExpectationFacts.of(expectation), null);
    }

    void change(ExpectationId id, @Nullable Long version, Verb verb, @Nullable String note,
            BiConsumer<Expectation, Moment> how) {
        change(id, version, verb.right(), verb.name(), note, how);
    }

    void change(ExpectationId id, @Nullable Long version, Right right, String action, @Nullable String note,
            BiConsumer<Expectation, Moment> how) {
        current.actor().requireMay(right);
        var expectation = require(id);
        if (version != null) {
            StaleVersion.check(version, expectation.version());
        }
        change(expectation, action, note, how);
    }

    /** Changes an expectation that was already found and compared. */
    void change(Expectation expectation, String action, @Nullable String note, BiConsumer<Expectation, Moment> how) {
        var before = ExpectationFacts.of(expectation);
        how.accept(expectation, now());
        var after = ExpectationFacts.of(expectation);
        if (before.equals(after)) {
            return;
        }
        expectations.save(expectation);
        index(expectation);
        levels.restate(expectation);
        conflicts.look(expectation, now());
        history.record(expectation, action, before, after, note);
    }

    void comment(Expectation expectation, String words) {
        comment(expectation, "COMMENTED", words);
    }

    void comment(Expectation expectation, String action, String words) {
        history.note(expectation, action, words);
    }

    /** Notes what changed in something that belongs to an expectation. */
    void note(Expectation expectation, String action, String note, String field, Object before, Object after) {
        history.note(expectation, action, note, field, before, after);
    }

    private void index(Expectation expectation) {
        expectations.flush();
        jdbc.sql("update expectation set search = array_to_tsvector(:tokens) where id = :id"
                + " and search is distinct from array_to_tsvector(:tokens)")
            .param("tokens", SearchText.tokens(expectation.number(), expectation.verbatim(), expectation.understood()))
            .param("id", expectation.id().id())
            .update();
    }

}
