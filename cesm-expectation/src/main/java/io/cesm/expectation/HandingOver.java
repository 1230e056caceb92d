package io.cesm.expectation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passing expectations on: a handshake for one, an assignment by those who may for many.
 */
@Service
@Transactional
public class HandingOver {

    private final HandOvers handOvers;

    private final ExpectationDesk desk;

    private final Account account;

    private final Notices notices;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    HandingOver(HandOvers handOvers, ExpectationDesk desk, Account account, Notices notices, CurrentActor current,
            JdbcClient jdbc) {
        this.handOvers = handOvers;
        this.desk = desk;
        this.account = account;
        this.notices = notices;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** An offer that waits for its answer. */
    public record Offer(ExpectationId expectation, @Nullable String fromName, StaffId to, String toName,
            @Nullable String note, Instant offeredAt, boolean mine, boolean byMe) {
    }

    /**
     * Offers an expectation to a colleague; what is offered once cannot be offered again
     * before it is answered.
     */
    public void offer(ExpectationId id, StaffId receiver, @Nullable String note) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var expectation = desk.require(id);
        account.requireStaff(receiver);
        if (open(id) != null) {
            throw new Refusal("expectation.handover.open");
        }
        handOvers.save(new HandOver(expectation, receiver, note, desk.now()));
        desk.comment(expectation, "OFFERED", name(receiver) + (note == null || note.isBlank() ? "" : ": " + note));
        notices.tell(receiver, "EXPECTATION_OFFERED", ExpectationHistory.subject(expectation), Map.of(),
                id + "/" + desk.now().at());
    }

    /**
     * Takes over what was offered to the one who acts, or to somebody they stand in for
     * today.
     */
    public void accept(ExpectationId id) {
        var offer = requireMine(id);
        offer.accept(desk.now());
        handOvers.save(offer);
        var expectation = desk.requireAnywhere(id);
        desk.change(expectation, "OFFER_ACCEPTED", null, (it, now) -> it.belongTo(offer.receiver(), now));
        tellGiver(offer, expectation, "EXPECTATION_TAKEN");
    }

    public void refuse(ExpectationId id, @Nullable String because) {
        var offer = requireMine(id);
        offer.refuse(because, desk.now());
        handOvers.save(offer);
        var expectation = desk.requireAnywhere(id);
        desk.comment(expectation, "OFFER_REFUSED", String.valueOf(because));
        tellGiver(offer, expectation, "EXPECTATION_REFUSED");
    }

    /** Takes an offer back that has not been answered yet. */
    public void takeBack(ExpectationId id) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var expectation = desk.require(id);
        var offer = handOvers.findByExpectationAndState(id, HandOverState.OFFERED).orElseThrow(UnknownThing::new);
        offer.takeBack(desk.now());
        handOvers.save(offer);
        desk.comment(expectation, "OFFER_TAKEN_BACK", name(offer.receiver()));
    }

    /** The offer that waits for an answer, if there is one. */
    @Transactional(readOnly = true)
    public @Nullable Offer open(ExpectationId id) {
        return offers("h.expectation_id = :id", Map.of("id", id.id())).stream().findFirst().orElse(null);
    }

    /** What is offered to the one who acts or to those they stand in for. */
    @Transactional(readOnly = true)
    public List<Offer> toMe() {
        return offers("h.to_staff = any(:mine)", Map.of());
    }

    private List<Offer> offers(String where, Map<String, Object> params) {
        var me = current.actor().staff();
        var mine = mine();
        return jdbc.sql("""
                select h.expectation_id, f.name as from_name, h.to_staff, t.name as to_name, h.note, h.offered_at,
                       h.offered_by
                  from expectation_handover h
                  join staff t on t.id = h.to_staff
                  left join staff f on f.id = h.from_staff
                 where h.state = 'OFFERED' and\s""" + where + " order by h.offered_at desc limit 200")
            .params(params)
            .param("mine", mine)
            .query((rs, i) -> {
                var to = rs.getObject("to_staff", UUID.class);
                return new Offer(new ExpectationId(rs.getObject("expectation_id", UUID.class)),
                        rs.getString("from_name"), new StaffId(to), rs.getString("to_name"), rs.getString("note"),
                        rs.getObject("offered_at", OffsetDateTime.class).toInstant(), List.of(mine).contains(to),
                        me != null && me.id().equals(rs.getObject("offered_by", UUID.class)));
            })
            .list();
    }

    private HandOver requireMine(ExpectationId id) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var offer = handOvers.findByExpectationAndState(id, HandOverState.OFFERED).orElseThrow(UnknownThing::new);
        if (!List.of(mine()).contains(offer.receiver().id())) {
            desk.require(id);
            throw new Refusal("expectation.handover.not_yours");
        }
        return offer;
    }

    private UUID[] mine() {
        var me = current.actor().staff();
        if (me == null) {
            return new UUID[0];
        }
        return jdbc
            .sql("select cast(:me as uuid) union select staff_id from substitute"
                    + " where substitute_id = :me and :today between valid_from and valid_to")
            .param("me", me.id())
            .param("today", desk.now().today())
            .query(UUID.class)
            .list()
            .toArray(UUID[]::new);
    }

    private void tellGiver(HandOver offer, Expectation expectation, String kind) {
        var giver = offer.offeredBy() == null ? offer.giver() : offer.offeredBy();
        if (giver != null) {
            notices.tell(giver, kind, ExpectationHistory.subject(expectation), Map.of("who", name(offer.receiver())),
                    expectation.id() + "/" + desk.now().at());
        }
    }

    private String name(StaffId staff) {
        return String
            .valueOf(jdbc.sql("select name from staff where id = ?").param(staff.id()).query(String.class).single());
    }

}
