package io.cesm.domain.complaint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.TeamBook;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What customers say and decide about their complaint, whichever way it reaches us;
 * whoever takes care is told.
 */
@Component
class CustomersTurn {

    private final ComplaintDesk desk;

    private final DocumentingComplaints documents;

    private final TeamBook teams;

    private final Notices notices;

    private final LookingAgain looking;

    private final JdbcClient jdbc;

    CustomersTurn(ComplaintDesk desk, DocumentingComplaints documents, TeamBook teams, Notices notices,
            LookingAgain looking, JdbcClient jdbc) {
        this.desk = desk;
        this.documents = documents;
        this.teams = teams;
        this.notices = notices;
        this.looking = looking;
        this.jdbc = jdbc;
    }

    /** Takes what the customer wrote; if we waited for them, we go on. */
    UUID wrote(Complaint complaint, ContactId who, String words, ComplaintChannel channel, List<Attachment> files) {
        var message = desk.say(complaint, MessageKind.FROM_CUSTOMER, words, channel, who);
        documents.add(complaint, files, message);
        desk.note(complaint, "SAID_FROM_CUSTOMER", words.length() > 500 ? words.substring(0, 500) + "…" : words);
        if (complaint.state() == ComplaintState.WAITING_CUSTOMER) {
            desk.change(complaint, "RESUME", null, false, (it, now) -> it.resume(now));
        }
        tell(complaint, "COMPLAINT_CUSTOMER_WROTE", message.toString());
        return message;
    }

    /** Takes what a party wrote; it is not the customer's turn that is over by that. */
    UUID partyWrote(Complaint complaint, UUID party, String words, List<Attachment> files) {
        var message = desk.say(complaint, party, words);
        documents.add(complaint, files, message);
        desk.note(complaint, "SAID_FROM_PARTY", words.length() > 500 ? words.substring(0, 500) + "…" : words);
        tell(complaint, "COMPLAINT_PARTY_WROTE", message.toString());
        return message;
    }

    /** Takes a decision of the customer. */
    void step(Complaint complaint, ContactId who, Step step, @Nullable String words, @Nullable String external) {
        if (step != Step.CONFIRM && Texts.optional(words, 2000, "words") == null) {
            throw new FieldRefusal("words", "case.words_missing");
        }
        var wish = new TakeStep(words, who, ComplaintChannel.PORTAL, null, null, null, null, null, null, external,
                null);
        desk.change(complaint, step.name(), null, false, (it, now) -> {
            switch (step) {
                case CONFIRM -> it.confirm(wish, now);
                case DECLINE -> it.declineDecision(wish, now);
                case REOPEN -> it.reopen(wish, now);
                case WITHDRAW -> it.withdraw(wish, now);
                default -> throw new IllegalArgumentException(step + " is not the customer's");
            }
        });
        if (Texts.optional(words, 2000, "words") != null) {
            desk.say(complaint, MessageKind.FROM_CUSTOMER, words, ComplaintChannel.PORTAL, who);
        }
        tell(complaint, "COMPLAINT_" + step, complaint.id() + "/" + desk.instant());
        looking.after(complaint, step);
    }

    private void tell(Complaint complaint, String kind, String key) {
        Set<StaffId> people = new LinkedHashSet<>();
        if (complaint.owner() != null) {
            people.add(complaint.owner());
        }
        jdbc.sql("select staff_id from complaint_watcher where complaint_id = :id")
            .param("id", complaint.id().id())
            .query((rs, i) -> new StaffId(rs.getObject(1, UUID.class)))
            .list()
            .forEach(people::add);
        if (people.isEmpty()) {
            teams.staffOf(complaint.customer(), Role.CSR, desk.now().today()).ifPresent(people::add);
        }
        people.forEach(it -> notices.tell(it, kind, ComplaintHistory.subject(complaint), Map.of(), key));
    }

}
