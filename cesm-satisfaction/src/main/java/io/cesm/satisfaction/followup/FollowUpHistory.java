package io.cesm.satisfaction.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells timeline and people what happened to a follow-up. One that goes back to an answer
 * in confidence names no customer there: the customer's timeline is open to many.
 */
@Component
class FollowUpHistory {

    private final Timeline timeline;

    private final Notices notices;

    private final JdbcClient jdbc;

    FollowUpHistory(Timeline timeline, Notices notices, JdbcClient jdbc) {
        this.timeline = timeline;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    static Subject subject(FollowUp it) {
        return new Subject("FOLLOW_UP", it.id().id(), it.number(), it.isConfidential() ? null : it.customer().id());
    }

    void opened(FollowUp it, List<String> because) {
        timeline.record(Change.of(subject(it), "OPENED").note(String.join("；", because)));
        var owner = it.owner();
        if (owner != null) {
            notices.tell(owner, "FOLLOW_UP_OPENED", subject(it), Map.of(), it.id().toString());
        }
    }

    void assigned(FollowUp it, StaffId owner, Moment now) {
        if (!owner.equals(now.by())) {
            notices.tell(owner, "FOLLOW_UP_ASSIGNED", subject(it), Map.of(), it.id() + "/" + now.at());
        }
    }

    /** The values people see change. */
    Map<String, @Nullable Object> facts(FollowUp it) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("state", it.state());
        facts.put("owner", it.owner());
        facts.put("due", CompanyTime.dayOf(it.dueAt()));
        facts.put("contactedChannel", it.contactedChannel());
        facts.put("customerSaid", it.customerSaid());
        facts.put("outcome", it.outcome());
        facts.put("cause", it.cause());
        facts.put("flow", it.flow());
        facts.put("told", it.told());
        return facts;
    }

    void changed(FollowUp it, String action, Map<String, @Nullable Object> before, @Nullable String note) {
        var change = Change.of(subject(it), action).note(note);
        for (var after : facts(it).entrySet()) {
            var was = before.get(after.getKey());
            if (!Objects.equals(was, after.getValue())) {
                change = change.with(after.getKey(), said(was), said(after.getValue()));
            }
        }
        timeline.record(change);
    }

    void noted(FollowUp it, String action, String note) {
        timeline.record(Change.of(subject(it), action).note(note));
    }

    private @Nullable Object said(@Nullable Object value) {
        return value instanceof StaffId staff
                ? jdbc.sql("select name from staff where id = ?").param(staff.id()).query(String.class).single()
                : value;
    }

}
