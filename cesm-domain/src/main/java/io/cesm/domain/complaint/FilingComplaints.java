package io.cesm.domain.complaint;

import java.util.List;

import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Noting what customers come with, grading it, and correcting what was noted. */
@Service
@Transactional
public class FilingComplaints {

    private final ComplaintDesk desk;

    private final Account account;

    private final GradingComplaints gradings;

    private final DocumentingComplaints documents;

    private final RecordNumbers numbers;

    private final WritingCaseMails mails;

    private final CurrentActor current;

    FilingComplaints(ComplaintDesk desk, Account account, GradingComplaints gradings, DocumentingComplaints documents,
            RecordNumbers numbers, WritingCaseMails mails, CurrentActor current) {
        this.desk = desk;
        this.account = account;
        this.gradings = gradings;
        this.documents = documents;
        this.numbers = numbers;
        this.mails = mails;
        this.current = current;
    }

    /** Files what a customer came with; its grade follows from the printed matrix. */
    public ComplaintId file(FileComplaint wish, List<Attachment> files) {
        return file(wish, files, true);
    }

    /**
     * Files it, and confirms its arrival only where that may be done.
     */
    ComplaintId file(FileComplaint wish, List<Attachment> files, boolean confirmed) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        account.requireCustomer(wish.customer());
        account.requireContact(wish.customer(), wish.contact());
        account.requireStaff(wish.owner());
        account.requireDimension(wish.dimension(), null);
        var now = desk.now();
        var factors = account.factors(wish.customer(), wish.contact(), wish.dimension(), null, wish.impact(),
                wish.urgency(), wish.publicity(), now);
        var complaint = Complaint.file(numbers.next("C"), wish, Grading.of(factors, gradings.matrix().matrix()), now);
        desk.file(complaint);
        documents.add(complaint, files);
        if (confirmed) {
            mails.received(complaint);
        }
        return complaint.id();
    }

    /** Corrects what was noted, and grades it anew from that. */
    public void correct(ComplaintId id, @Nullable Long version, FileComplaint wish) {
        desk.change(id, version, "CORRECTED", null, false, (it, now) -> {
            account.requireContact(it.customer(), wish.contact());
            account.requireDimension(wish.dimension(), it.dimension());
            it.correct(wish, now);
        });
    }

}
