package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leading a complaint through its life, and talking about it. */
@Service
@Transactional
public class HandlingComplaints {

    private final ComplaintDesk desk;

    private final Account account;

    private final Notices notices;

    private final WritingCaseMails mails;

    private final DocumentingComplaints documents;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final ObjectProvider<StepCondition> conditions;

    private final SharingWithParties sharing;

    private final LookingAgain looking;

    HandlingComplaints(ComplaintDesk desk, Account account, Notices notices, WritingCaseMails mails,
            DocumentingComplaints documents, CurrentActor current, JdbcClient jdbc,
            ObjectProvider<StepCondition> conditions, SharingWithParties sharing, LookingAgain looking) {
        this.desk = desk;
        this.account = account;
        this.notices = notices;
        this.mails = mails;
        this.documents = documents;
        this.current = current;
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.sharing = sharing;
        this.looking = looking;
    }

    /** Takes one step of its life. */
    public void take(ComplaintId id, @Nullable Long version, Step step, TakeStep wish) {
        account.requireStaff(wish.owner());
        var toldNow = step == Step.ACKNOWLEDGE || step == Step.RESOLVE;
        var note = step == Step.START || step == Step.RESUME || step == Step.REOPEN || toldNow
                ? Texts.optional(wish.words(), 2000, "words") : null;
        var complaint = desk.change(id, version, step.name(), toldNow ? null : note, toldNow, (it, now) -> {
            account.requireContact(it.customer(), wish.contact());
            looking.check(it, step, now.by());
            conditions.forEach(each -> each.check(it.id(), it.grading().grade(), step));
            apply(it, step, wish, now);
        });
        if (toldNow) {
            tell(complaint, wish.words(), wish.channel(), List.of());
        }
        if (step == Step.DECLINE || step == Step.REOPEN || (step == Step.CONFIRM && note(wish) != null)) {
            desk.say(complaint, MessageKind.FROM_CUSTOMER, wish.words(), wish.channel());
        }
        tellWatchers(complaint, step);
        looking.after(complaint, step);
    }

    private static @Nullable String note(TakeStep wish) {
        return Texts.optional(wish.words(), 2000, "words");
    }

    private void apply(Complaint it, Step step, TakeStep wish, Moment now) {
        switch (step) {
            case ACKNOWLEDGE -> it.acknowledge(wish, now);
            case START -> it.start(wish.owner() == null ? wish.by(now.by()) : wish, now);
            case CONTAIN -> it.contain(wish, now);
            case RESOLVE -> it.resolve(wish, now);
            case CONFIRM -> it.confirm(wish, now);
            case DECLINE -> it.declineDecision(wish, now);
            case CLOSE -> it.close(wish, now);
            case WAIT -> it.await(wish, now);
            case RESUME -> it.resume(now);
            case REOPEN -> it.reopen(wish, now);
            case WITHDRAW -> it.withdraw(wish, now);
            case MERGE -> it.mergeInto(desk.require(into(wish)), now);
        }
    }

    private static ComplaintId into(TakeStep wish) {
        if (wish.into() == null) {
            throw new FieldRefusal("into", "complaint.merge.into_missing");
        }
        return wish.into();
    }

    /** Says something to the customer; by mail it is sent. */
    private UUID tell(Complaint complaint, @Nullable String words, @Nullable ComplaintChannel channel,
            List<Attachment> files) {
        var message = desk.say(complaint, MessageKind.TO_CUSTOMER, words, channel);
        documents.add(complaint, files, message);
        if (channel == ComplaintChannel.EMAIL) {
            mails.message(complaint, complaint.contact(), message, requireNonNull(words));
        }
        return message;
    }

    public void say(ComplaintId id, MessageKind kind, @Nullable String words, @Nullable ComplaintChannel channel) {
        say(id, kind, words, channel, List.of(), List.of());
    }

    /**
     * Writes among us, says something to the customer, or notes what they said. What goes
     * to the customer by mail is sent; files that go with it are seen by them.
     * @param parties who else reads it; each of them gets a mail
     */
    public void say(ComplaintId id, MessageKind kind, @Nullable String words, @Nullable ComplaintChannel channel,
            List<Attachment> files, List<UUID> parties) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        var readers = sharing.meant(complaint, kind, parties);
        if (kind.isWithCustomer() && channel == null) {
            throw new FieldRefusal("channel", "complaint.told.channel_missing");
        }
        if (kind == MessageKind.TO_CUSTOMER || kind == MessageKind.TO_PARTIES) {
            complaint.checkOpen();
        }
        var message = kind == MessageKind.TO_CUSTOMER ? tell(complaint, words, channel, files)
                : keep(complaint, kind, words, channel, files);
        desk.note(complaint, "SAID_" + kind, requireNonNull(words));
        sharing.share(complaint, message, requireNonNull(words), readers);
        if (kind == MessageKind.TO_CUSTOMER) {
            desk.told(complaint);
        }
    }

    private UUID keep(Complaint complaint, MessageKind kind, @Nullable String words, @Nullable ComplaintChannel channel,
            List<Attachment> files) {
        var message = desk.say(complaint, kind, words, kind.isWithCustomer() ? channel : null);
        documents.add(complaint, files, kind == MessageKind.INTERNAL ? null : message);
        return message;
    }

    /** Gives it to a colleague who leads it from now on. */
    public void assign(ComplaintId id, @Nullable Long version, @Nullable StaffId owner) {
        if (owner == null) {
            throw new FieldRefusal("owner", "complaint.acknowledge.owner_missing");
        }
        account.requireStaff(owner);
        var complaint = desk.change(id, version, "ASSIGNED", null, false, (it, now) -> {
            if (it.isLocked()) {
                throw new Refusal("complaint.locked");
            }
            it.belongTo(owner, now);
        });
        if (!owner.equals(desk.now().by())) {
            notices.tell(owner, "COMPLAINT_ASSIGNED", ComplaintHistory.subject(complaint), Map.of(),
                    id + "/" + desk.now().at());
        }
    }

    /** Wants to know how it goes on, or no longer does. */
    public void watch(ComplaintId id, boolean wanted) {
        var me = current.actor().requireStaff();
        desk.require(id);
        jdbc.sql(wanted
                ? "insert into complaint_watcher (complaint_id, staff_id, since) values (:id, :me, :at) on conflict do nothing"
                : "delete from complaint_watcher where complaint_id = :id and staff_id = :me and since <= :at")
            .param("id", id.id())
            .param("me", me.id())
            .param("at", desk.now().at().atOffset(ZoneOffset.UTC))
            .update();
    }

    private void tellWatchers(Complaint complaint, Step step) {
        var me = desk.now().by();
        jdbc.sql("select staff_id from complaint_watcher where complaint_id = :id"
                + " union select owner_id from complaint where id = :id and owner_id is not null")
            .param("id", complaint.id().id())
            .query(UUID.class)
            .list()
            .stream()
            .filter(it -> me == null || !me.id().equals(it))
            .forEach(it -> notices.tell(new StaffId(it), "COMPLAINT_" + step, ComplaintHistory.subject(complaint),
                    Map.of(), complaint.id() + "/" + desk.now().at()));
    }

}
