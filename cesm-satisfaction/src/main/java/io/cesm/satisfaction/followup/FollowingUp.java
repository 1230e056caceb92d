package io.cesm.satisfaction.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking the customer, and noting what came of it. */
@Service
@Transactional
public class FollowingUp {

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final FollowUpDesk desk;

    private final FollowUpHistory history;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    FollowingUp(FollowUpDesk desk, FollowUpHistory history, CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.history = history;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * Notes that the customer was spoken to.
     * @param on the day, today if null
     */
    public void contact(FollowUpId id, @Nullable Long version, @Nullable ContactChannel channel, @Nullable LocalDate on,
            @Nullable String said) {
        desk.change(id, version, "CONTACTED", null, (it, now) -> it.contacted(channel, moment(on, now), said, now));
    }

    public void done(FollowUpId id, @Nullable Long version, CloseFollowUp wish) {
        desk.change(id, version, "DONE", null, (it, now) -> {
            requireCause(wish.cause());
            it.done(wish, now);
        });
    }

    public void notReached(FollowUpId id, @Nullable Long version, @Nullable String tries) {
        desk.change(id, version, "NOT_REACHED", null, (it, now) -> it.notReached(tries, now));
    }

    public void notNeeded(FollowUpId id, @Nullable Long version, @Nullable String because) {
        desk.change(id, version, "NOT_NEEDED", null, (it, now) -> it.notNeeded(because, now));
    }

    public void assign(FollowUpId id, @Nullable Long version, StaffId owner) {
        ActiveStaff.require(jdbc, owner, "owner");
        desk.change(id, version, "ASSIGNED", null, (it, now) -> {
            if (!owner.equals(it.owner())) {
                it.belongTo(owner, now);
                history.assigned(it, owner, now);
            }
        });
    }

    /** Gives more or less time, with the reason. */
    public void moveDueDate(FollowUpId id, @Nullable Long version, LocalDate day, @Nullable String because) {
        var reason = Texts.required(because, 1000, "because");
        desk.change(id, version, "DUE_MOVED", reason, (it, now) -> it.fallDue(evening(day), now));
    }

    /** Words for the timeline, without changing anything. */
    public void comment(FollowUpId id, @Nullable String words) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        history.noted(desk.require(id), "COMMENTED", Texts.required(words, 2000, "words"));
    }

    /**
     * Ties it to the record it became, in the transaction that makes that record.
     * @param number what people call that record
     */
    public void link(FollowUpId id, LinkKind kind, UUID record, String number) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var followUp = desk.require(id);
        var now = desk.now();
        jdbc.sql("""
                insert into follow_up_link (id, follow_up_id, kind, record_id, number, linked_at, linked_by)
                values (:id, :followUp, :kind, :record, :number, :at, :by)
                    on conflict (follow_up_id, kind, record_id) do nothing""")
            .param("id", Uuid7.next())
            .param("followUp", id.id())
            .param("kind", kind.name())
            .param("record", record)
            .param("number", number)
            .param("at", now.at().atOffset(ZoneOffset.UTC))
            .param("by", now.by() == null ? null : now.by().id(), java.sql.Types.OTHER)
            .update();
        history.noted(followUp, "BECAME_" + kind, number);
    }

    static Instant evening(LocalDate day) {
        return day.atTime(EVENING).atZone(CompanyTime.ZONE).toInstant();
    }

    /** A day that is over counts as its noon; today is now. */
    private static @Nullable Instant moment(@Nullable LocalDate day, Moment now) {
        if (day == null || day.equals(CompanyTime.dayOf(now.at()))) {
            return null;
        }
        return day.atTime(LocalTime.NOON).atZone(CompanyTime.ZONE).toInstant();
    }

    private void requireCause(@Nullable String code) {
        if (code != null && !code.isBlank()) {
            jdbc.sql("select 1 from cause_class where code = ? and active")
                .param(code)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new FieldRefusal("cause", "choice.unknown"));
        }
    }

}
