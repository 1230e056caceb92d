package io.cesm.domain.topissue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which a TOP issue changes: found within the scope of the one who acts,
 * compared with the version they saw, changed by a verb, saved with its facts, its search
 * words and its line on the timeline.
 */
@Component
class TopIssueDesk {

    private final TopIssues issues;

    private final TopIssueHistory history;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    TopIssueDesk(TopIssues issues, TopIssueHistory history, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.issues = issues;
        this.history = history;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    Moment now() {
        return new Moment(clock.instant(), current.actor().staff());
    }

    OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * An issue within the scope of the one who acts.
     * @throws UnknownThing if there is none there
     */
    TopIssue require(TopIssueId id) {
        var scope = current.actor().scope();
        jdbc.sql("select 1 from top_issue t where t.id = :id and " + TopIssueScope.sql(scope, "t.id"))
            .param("id", id.id())
            .params(scope.params())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        return anywhere(id);
    }

    /** An issue for somebody whose right to it was established in another way. */
    TopIssue anywhere(TopIssueId id) {
        return issues.findById(id).orElseThrow(UnknownThing::new);
    }

    /** An issue somebody may work on. */
    TopIssue requireForWork(TopIssueId id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        return require(id);
    }

    void keepNew(TopIssue issue) {
        issues.save(issue);
        index(issue);
        history.record(issue, "NOMINATED", Map.of(), null);
    }

    /** Changes an issue of the one who acts; the version is that which they saw. */
    TopIssue change(TopIssueId id, @Nullable Long version, String action, @Nullable String note,
            BiConsumer<TopIssue, Moment> how) {
        var issue = requireForWork(id);
        if (version != null) {
            StaleVersion.check(version, issue.version());
        }
        return change(issue, action, note, how);
    }

    TopIssue change(TopIssue issue, String action, @Nullable String note, BiConsumer<TopIssue, Moment> how) {
        var before = issue.facts().values();
        how.accept(issue, now());
        issues.flush(); // whoever listens reads what they are told of
        issues.save(issue);
        if (before.equals(issue.facts().values()) && note == null) {
            return issue;
        }
        index(issue);
        history.record(issue, action, before, note);
        return issue;
    }

    void note(TopIssue issue, String action, @Nullable String words) {
        history.note(issue, action, words);
    }

    void affect(TopIssue issue, CustomerId customer) {
        jdbc.sql("insert into top_issue_customer (id, issue_id, customer_id, added_at) values (?, ?, ?, ?)")
            .params(Uuid7.next(), issue.id().id(), customer.id(), at())
            .update();
    }

    boolean affects(TopIssue issue, CustomerId customer) {
        return jdbc.sql("select exists (select 1 from top_issue_customer where issue_id = ? and customer_id = ?)")
            .params(issue.id().id(), customer.id())
            .query(Boolean.class)
            .single();
    }

    int count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }

    private void index(TopIssue it) {
        issues.flush();
        var facts = it.facts();
        jdbc.sql("update top_issue set search = array_to_tsvector(:tokens) where id = :id"
                + " and search is distinct from array_to_tsvector(:tokens)")
            .param("tokens",
                    SearchText.tokens(it.number(), facts.title(), facts.problem(), facts.statement(), facts.rootCause(),
                            facts.lesson()))
            .param("id", it.id().id())
            .update();
    }

}
