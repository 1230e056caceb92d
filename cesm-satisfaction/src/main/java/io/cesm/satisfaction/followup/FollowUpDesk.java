package io.cesm.satisfaction.followup;

import java.time.Clock;
import java.util.function.BiConsumer;

import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which a follow-up changes: found among those the one who acts may see,
 * compared with the version they saw, changed by a verb, noted on the timeline.
 */
@Component
class FollowUpDesk {

    private final FollowUps followUps;

    private final FollowUpHistory history;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    FollowUpDesk(FollowUps followUps, FollowUpHistory history, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.followUps = followUps;
        this.history = history;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    Moment now() {
        return new Moment(clock.instant(), current.actor().staff());
    }

    /**
     * A follow-up the one who acts may see.
     * @throws UnknownThing if there is none
     */
    FollowUp require(FollowUpId id) {
        var visible = Visible.to(current.actor());
        return jdbc.sql("select 1 from follow_up f where f.id = :id and " + visible.sql())
            .param("id", id.id())
            .params(visible.params())
            .query(Integer.class)
            .optional()
            .flatMap(it -> followUps.findById(id))
            .orElseThrow(UnknownThing::new);
    }

    FollowUp change(FollowUpId id, @Nullable Long version, String action, @Nullable String note,
            BiConsumer<FollowUp, Moment> how) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var followUp = require(id);
        if (version != null) {
            StaleVersion.check(version, followUp.version());
        }
        var before = history.facts(followUp);
        how.accept(followUp, now());
        if (!before.equals(history.facts(followUp))) {
            followUps.save(followUp);
            followUps.flush();
            history.changed(followUp, action, before, note);
        }
        return followUp;
    }

}
