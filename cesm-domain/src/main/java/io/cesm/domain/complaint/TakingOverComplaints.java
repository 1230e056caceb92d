package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes complaints over that stand open in another system. They are filed now, by the
 * clock of the server; what they have waited elsewhere counts as used time, so that
 * nobody gains any. No mail is sent. Works within a transaction of the one who calls.
 */
@Component
public class TakingOverComplaints {

    private static final Duration LONGEST = Duration.ofDays(730);

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ComplaintDesk desk;

    private final ComplaintClocks clocks;

    private final Account account;

    private final GradingComplaints gradings;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    TakingOverComplaints(ComplaintDesk desk, ComplaintClocks clocks, Account account, GradingComplaints gradings,
            RecordNumbers numbers, CurrentActor current) {
        this.desk = desk;
        this.clocks = clocks;
        this.account = account;
        this.gradings = gradings;
        this.numbers = numbers;
        this.current = current;
    }

    /**
     * Files one.
     * @param since when the customer came with it; null lets the clocks begin now
     * @param answered when the customer was answered first, if that was done elsewhere
     */
    public ComplaintId file(FileComplaint wish, @Nullable Instant since, @Nullable Instant answered) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var now = desk.now();
        judge(since, answered, now.at());
        account.requireCustomer(wish.customer());
        account.requireContact(wish.customer(), wish.contact());
        account.requireStaff(wish.owner());
        account.requireDimension(wish.dimension(), null);
        var grading = grading(wish, now);
        Complaint.file("?", wish, grading, now);
        var complaint = Complaint.file(numbers.next("C"), wish, grading, now);
        desk.file(complaint);
        if (since != null) {
            clocks.takeOver(complaint.id(), since, answered);
            desk.note(complaint, "TAKEN_OVER", said(since) + (answered == null ? "" : " · " + said(answered)));
        }
        return complaint.id();
    }

    /**
     * Corrects one that was taken over before.
     * @return whether anything changed
     */
    public boolean correct(ComplaintId id, FileComplaint wish) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var it = desk.require(id);
        if (!it.customer().equals(wish.customer())) {
            throw new Refusal("takeover.other_customer", it.number());
        }
        it.checkOpen();
        account.requireContact(it.customer(), wish.contact());
        account.requireDimension(wish.dimension(), it.dimension());
        var now = desk.now();
        Complaint.file("?", wish, grading(wish, now), now);
        var before = it.facts();
        desk.change(it, "CORRECTED", null, false, (each, then) -> each.correct(wish, then));
        return !before.equals(it.facts());
    }

    private Grading grading(FileComplaint wish, Moment now) {
        return Grading.of(account.factors(wish.customer(), wish.contact(), wish.dimension(), null, wish.impact(),
                wish.urgency(), wish.publicity(), now), gradings.matrix().matrix());
    }

    private static void judge(@Nullable Instant since, @Nullable Instant answered, Instant now) {
        if (since == null) {
            if (answered != null) {
                throw new FieldRefusal("answered", "takeover.since_missing");
            }
            return;
        }
        if (since.isAfter(now) || since.isBefore(now.minus(LONGEST))) {
            throw new FieldRefusal("since", "takeover.since", LONGEST.toDays());
        }
        if (answered != null && (answered.isBefore(since) || answered.isAfter(now))) {
            throw new FieldRefusal("answered", "takeover.answered");
        }
    }

    private static String said(Instant at) {
        return WORDS.format(at.atZone(CompanyTime.ZONE));
    }

}
