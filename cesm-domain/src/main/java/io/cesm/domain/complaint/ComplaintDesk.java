package io.cesm.domain.complaint;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which a complaint changes: found within the scope of the one who acts,
 * compared with the version they saw, changed by a verb, saved with its facts, its search
 * words, its clocks, who holds it, and its line on the timeline.
 */
@Component
class ComplaintDesk {

    private final Complaints complaints;

    private final ComplaintHistory history;

    private final ComplaintClocks clocks;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final ComplaintTimers timers;

    ComplaintDesk(Complaints complaints, ComplaintHistory history, ComplaintClocks clocks, ComplaintTimers timers,
            CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.complaints = complaints;
        this.history = history;
        this.clocks = clocks;
        this.timers = timers;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    Instant instant() {
        return clock.instant();
    }

    Moment now() {
        return new Moment(clock.instant(), current.actor().staff());
    }

    /**
     * A complaint within the scope of the one who acts.
     * @throws UnknownThing if there is none there
     */
    Complaint require(ComplaintId id) {
        var scope = current.actor().scope();
        jdbc.sql("select 1 from complaint c where c.id = :id and " + scope.sql("c.customer_id"))
            .param("id", id.id())
            .params(scope.params())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        return anywhere(id);
    }

    /** A complaint for somebody whose right to it was established in another way. */
    Complaint anywhere(ComplaintId id) {
        return complaints.findById(id).orElseThrow(UnknownThing::new);
    }

    void file(Complaint complaint) {
        complaints.save(complaint);
        hold(complaint, null);
        settle(complaint, clocks.follow(complaint, null, false, false, now().at()));
        history.record(complaint, "FILED", null, complaint.facts(), null);
    }

    /**
     * Changes a complaint.
     * @param version the version that was seen, null for programs that take what there is
     * @param told what the customer was told with it, if anything
     */
    Complaint change(ComplaintId id, @Nullable Long version, String action, @Nullable String note, boolean told,
            BiConsumer<Complaint, Moment> how) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = require(id);
        if (version != null) {
            StaleVersion.check(version, complaint.version());
        }
        return change(complaint, action, note, told, how);
    }

    /** Gives it to whoever accepted it. */
    Complaint pass(ComplaintId id, StaffId to) {
        return change(anywhere(id), "OFFER_ACCEPTED", null, false, (it, now) -> it.belongTo(to, now));
    }

    void lock(Complaint complaint, StaffId somebody, Role role) {
        change(complaint, "LOCKED", null, false, (it, now) -> it.lock(somebody, role, now));
    }

    /** Changes a complaint whose right to it was established in another way. */
    Complaint change(Complaint complaint, String action, @Nullable String note, boolean told,
            BiConsumer<Complaint, Moment> how) {
        var before = complaint.facts();
        var state = complaint.state();
        var owner = complaint.owner();
        var grade = complaint.grading().grade();
        var now = now();
        how.accept(complaint, now);
        var after = complaint.facts();
        if (before.equals(after) && note == null) {
            return complaint;
        }
        complaints.save(complaint);
        complaints.flush();
        if (!Objects.equals(owner, complaint.owner())) {
            hold(complaint, owner);
        }
        settle(complaint, clocks.follow(complaint, state, told, grade != complaint.grading().grade(), now.at()));
        history.record(complaint, action, before, after, note);
        return complaint;
    }

    /**
     * Holds a complaint before anything that belongs to it, so that whoever else does so
     * waits and nobody waits for the other.
     */
    void hold(ComplaintId id) {
        jdbc.sql("select 1 from complaint where id = :id for no key update")
            .param("id", id.id())
            .query(Integer.class)
            .optional();
    }

    /** Asks for a look as soon as this change is kept. */
    void wake(ComplaintId id) {
        var now = now().at();
        jdbc.sql(
                "update complaint set look_at = least(look_at, :at) where id = :id and (look_at is null or look_at > :at)")
            .param("id", id.id())
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update();
        arm(id, now);
    }

    /** Sets a timer; one that finds nothing to do does nothing. */
    void arm(ComplaintId id, Instant at) {
        timers.arm(id, at);
    }

    /** Keeps what was said; the channel is missing among us. */
    UUID say(Complaint complaint, MessageKind kind, @Nullable String words, @Nullable ComplaintChannel channel) {
        return say(complaint, kind, words, channel, complaint.contact());
    }

    UUID say(Complaint complaint, MessageKind kind, @Nullable String words, @Nullable ComplaintChannel channel,
            ContactId contact) {
        return say(complaint, kind, words, channel, contact, null);
    }

    /** Keeps what a party said. */
    UUID say(Complaint complaint, UUID party, @Nullable String words) {
        return say(complaint, MessageKind.FROM_PARTY, words, ComplaintChannel.PORTAL, complaint.contact(), party);
    }

    private UUID say(Complaint complaint, MessageKind kind, @Nullable String words, @Nullable ComplaintChannel channel,
            ContactId contact, @Nullable UUID party) {
        var now = now();
        var id = Uuid7.at(now.at().toEpochMilli());
        jdbc.sql("""
                insert into complaint_message (id, complaint_id, kind, words, channel, contact_id, staff_id, said_at,
                                               party_id)
                values (:id, :complaint, :kind, :words, :channel, :contact, :staff, :at, :party)""")
            .param("party", party)
            .param("id", id)
            .param("complaint", complaint.id().id())
            .param("kind", kind.name())
            .param("words", Texts.required(words, 4000, "words"))
            .param("channel", channel == null ? null : channel.name())
            .param("contact", kind.isWithCustomer() ? contact.id() : null)
            .param("staff", now.by() == null ? null : now.by().id())
            .param("at", now.at().atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

    void note(Complaint complaint, String action, @Nullable String words) {
        note(ComplaintHistory.subject(complaint), action, words);
    }

    void note(Subject complaint, String action, @Nullable String words) {
        history.note(complaint, action, words);
    }

    /** Starts the next wait after the customer was told something. */
    void told(Complaint complaint) {
        settle(complaint, clocks.follow(complaint, complaint.state(), true, false, now().at()));
    }

    private void hold(Complaint complaint, @Nullable StaffId before) {
        complaints.flush();
        var at = now().at().atOffset(ZoneOffset.UTC);
        if (before != null) {
            jdbc.sql("update complaint_holding set until = :at where complaint_id = :id and until is null")
                .param("at", at)
                .param("id", complaint.id().id())
                .update();
        }
        var owner = complaint.owner();
        if (owner != null) {
            jdbc.sql("insert into complaint_holding (complaint_id, staff_id, since) values (:id, :staff, :at)")
                .param("id", complaint.id().id())
                .param("staff", owner.id())
                .param("at", at)
                .update();
        }
    }

    /**
     * What the table keeps beside the complaint itself, all in one: each of these is in
     * an index, and every writing of the row writes them all.
     */
    private void settle(Complaint it, ClockRows.@Nullable Next next) {
        complaints.flush();
        var now = now().at();
        jdbc.sql(
                """
                        update complaint set search = array_to_tsvector(:tokens),
                               look_at = case when look_at <= :at then look_at else :at end,
                               due_at = case when :timed then :due else due_at end,
                               warn_at = case when :timed then :warn else warn_at end,
                               clock_version = clock_version + case when :timed and due_at is distinct from :due then 1 else 0 end
                         where id = :id""")
            .param("tokens",
                    SearchText.tokens(it.number(), it.subject(), it.verbatim(), it.facts().reference(),
                            it.facts().product()))
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("timed", next != null)
            .param("due", next == null ? null : next.due(), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("warn", next == null ? null : next.warn(), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", it.id().id())
            .update();
        arm(it.id(), now);
    }

}
