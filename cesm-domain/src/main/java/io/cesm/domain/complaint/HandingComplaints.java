package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passing a complaint on as a handshake: the giver keeps it until the receiver accepts;
 * who refuses says why; who does not answer in time has not taken it.
 */
@Service
@Transactional
public class HandingComplaints {

    /** Open time somebody has to answer an offer. */
    static final Duration TIME_TO_ANSWER = Duration.ofHours(1);

    private static final String OFFICE_HOURS = "cn";

    private final ComplaintDesk desk;

    private final Account account;

    private final CalendarBook calendars;

    private final Notices notices;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    HandingComplaints(ComplaintDesk desk, Account account, CalendarBook calendars, Notices notices,
            CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.calendars = calendars;
        this.notices = notices;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * An offer that waits for its answer.
     *
     * @param occasion why the product made it, null if a person did
     */
    public record Offer(UUID id, @Nullable String fromName, StaffId to, String toName, @Nullable String note,
            @Nullable OfferOccasion occasion, Instant offeredAt, Instant answerBy, boolean mine) {
    }

    /** Offers it to a colleague; one offer at a time. */
    public void offer(ComplaintId id, @Nullable StaffId receiver, @Nullable String note) {
        offer(id, receiver, note, null);
    }

    /** Offers it because of something that happened. */
    void offerFor(ComplaintId id, StaffId receiver, OfferOccasion occasion) {
        offer(id, receiver, null, occasion);
    }

    private void offer(ComplaintId id, @Nullable StaffId receiver, @Nullable String note,
            @Nullable OfferOccasion occasion) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        complaint.checkOpen();
        if (receiver == null) {
            throw new FieldRefusal("receiver", "complaint.handover.receiver_missing");
        }
        account.requireStaff(receiver);
        if (receiver.equals(complaint.owner())) {
            throw new FieldRefusal("receiver", "complaint.handover.to_owner");
        }
        if (open(id) != null) {
            throw new Refusal("complaint.handover.open");
        }
        var now = desk.now();
        var limit = calendars.time(calendars.require(OFFICE_HOURS)).add(now.at(), TIME_TO_ANSWER);
        var giver = complaint.owner();
        jdbc.sql("insert into complaint_handover (id, complaint_id, from_staff, to_staff, offered_by, note, occasion,"
                + " offered_at, answer_by, state) values (:id, :complaint, :giver, :receiver, :by, :note, :occasion, :at,"
                + " :limit, 'OFFERED')")
            .param("id", Uuid7.at(now.at().toEpochMilli()))
            .param("complaint", id.id())
            .param("giver", giver == null ? null : giver.id())
            .param("receiver", receiver.id())
            .param("by", now.by() == null ? null : now.by().id())
            .param("note", Texts.optional(note, 1000, "note"))
            .param("occasion", occasion == null ? null : occasion.name())
            .param("at", now.at().atOffset(ZoneOffset.UTC))
            .param("limit", limit.atOffset(ZoneOffset.UTC))
            .update();
        desk.note(complaint, "OFFERED", name(receiver) + (note == null || note.isBlank() ? "" : ": " + note.strip()));
        notices.tell(receiver,
                occasion == OfferOccasion.LOOK_AGAIN ? "COMPLAINT_LOOK_AGAIN_OFFERED" : "COMPLAINT_OFFERED",
                ComplaintHistory.subject(complaint), Map.of(), id + "/" + now.at());
        desk.wake(id);
    }

    /**
     * Takes over what was offered to the one who acts, or to somebody they stand in for.
     */
    public void accept(ComplaintId id) {
        var offer = requireMine(id);
        answer(offer, "ACCEPTED", null);
        var complaint = desk.pass(id, offer.to());
        tellGiver(complaint, offer, "COMPLAINT_TAKEN", Map.of("who", offer.toName()));
    }

    public void refuse(ComplaintId id, @Nullable String because) {
        var offer = requireMine(id);
        var why = Texts.required(because, 1000, "because");
        answer(offer, "REFUSED", why);
        var complaint = desk.anywhere(id);
        desk.note(complaint, "OFFER_REFUSED", offer.toName() + ": " + why);
        desk.wake(id);
        tellGiver(complaint, offer, "COMPLAINT_OFFER_REFUSED", Map.of("who", offer.toName(), "why", why));
    }

    /** Takes an offer back that was not answered yet. */
    public void takeBack(ComplaintId id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        desk.hold(id);
        var complaint = desk.require(id);
        var offer = open(id);
        if (offer == null) {
            throw new Refusal("complaint.handover.none");
        }
        answer(offer, "TAKEN_BACK", null);
        desk.note(complaint, "OFFER_TAKEN_BACK", offer.toName());
    }

    /** The offer that waits for an answer, if there is one. */
    @Transactional(readOnly = true)
    public @Nullable Offer open(ComplaintId id) {
        var mine = mine();
        return jdbc
            .sql("""
                    select h.id, f.name as from_name, h.to_staff, t.name as to_name, h.note, h.occasion, h.offered_at, h.answer_by
                      from complaint_handover h
                      join staff t on t.id = h.to_staff
                      left join staff f on f.id = h.from_staff
                     where h.complaint_id = :id and h.state = 'OFFERED'""")
            .param("id", id.id())
            .query((rs, i) -> {
                var to = rs.getObject("to_staff", UUID.class);
                var occasion = rs.getString("occasion");
                return new Offer(rs.getObject("id", UUID.class), rs.getString("from_name"), new StaffId(to),
                        rs.getString("to_name"), rs.getString("note"),
                        occasion == null ? null : OfferOccasion.valueOf(occasion),
                        Objects.requireNonNull(ComplaintRegister.at(rs, "offered_at")),
                        Objects.requireNonNull(ComplaintRegister.at(rs, "answer_by")),
                        Arrays.asList(mine).contains(to));
            })
            .optional()
            .orElse(null);
    }

    /** Who did not answer in time has not taken it; the giver keeps it. */
    void expire(Complaint complaint, Instant now) {
        var offer = open(complaint.id());
        if (offer != null && !offer.answerBy().isAfter(now)) {
            answer(offer, "EXPIRED", null);
            desk.note(complaint, "OFFER_EXPIRED", offer.toName());
        }
    }

    private void answer(Offer offer, String state, @Nullable String reason) {
        int hit = jdbc
            .sql("update complaint_handover set state = :state, answered_at = :at, reason = :reason"
                    + " where id = :id and state = 'OFFERED'")
            .param("state", state)
            .param("at", desk.now().at().atOffset(ZoneOffset.UTC))
            .param("reason", reason)
            .param("id", offer.id())
            .update();
        if (hit == 0) {
            throw new Refusal("complaint.handover.answered");
        }
    }

    private Offer requireMine(ComplaintId id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        desk.hold(id);
        var offer = open(id);
        if (offer == null || !offer.mine()) {
            desk.require(id);
            throw offer == null ? new Refusal("complaint.handover.none") : new Refusal("complaint.handover.not_yours");
        }
        return offer;
    }

    private UUID[] mine() {
        var me = current.actor().staff();
        if (me == null) {
            return new UUID[0];
        }
        List<UUID> ids = jdbc
            .sql("select cast(:me as uuid) union select staff_id from substitute"
                    + " where substitute_id = :me and :today between valid_from and valid_to")
            .param("me", me.id())
            .param("today", desk.now().today())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        return ids.toArray(UUID[]::new);
    }

    private void tellGiver(Complaint complaint, Offer offer, String kind, Map<String, String> details) {
        jdbc.sql("select coalesce(offered_by, from_staff) from complaint_handover where id = :id")
            .param("id", offer.id())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .optional()
            .ifPresent(it -> notices.tell(new StaffId(it), kind, ComplaintHistory.subject(complaint), details,
                    offer.id().toString()));
    }

    private String name(StaffId staff) {
        return jdbc.sql("select name from staff where id = :id")
            .param("id", staff.id())
            .query((rs, i) -> rs.getString(1))
            .single();
    }

}
