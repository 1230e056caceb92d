package io.cesm.web.followup;

import java.util.List;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.satisfaction.followup.FollowingUp;
import io.cesm.satisfaction.followup.LinkKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files a complaint out of what a customer said when they were asked, and ties both
 * together.
 */
@Service
@Transactional
public class BecomingComplaint {

    private final FollowUpBook book;

    private final FollowingUp following;

    private final FilingComplaints filing;

    private final ComplaintBook complaints;

    BecomingComplaint(FollowUpBook book, FollowingUp following, FilingComplaints filing, ComplaintBook complaints) {
        this.book = book;
        this.following = following;
        this.filing = filing;
        this.complaints = complaints;
    }

    /**
     * Files the complaint; whoever cares for the follow-up cares for it.
     * @param contact who complains, the respondent if null
     */
    public ComplaintId become(FollowUpId id, @Nullable String verbatim, @Nullable ContactId contact,
            @Nullable String dimension, @Nullable Flow flow, int impact, int urgency) {
        var it = book.require(id);
        var who = (contact == null) ? it.contact() : contact;
        if (who == null) {
            throw new FieldRefusal("contact", "choice.required");
        }
        var complaint = filing.file(new FileComplaint(ComplaintKind.COMPLAINT, it.row().customer(), who, null,
                (verbatim == null) ? "" : verbatim, ComplaintChannel.SURVEY, it.answeredOn(), it.row().number(), null,
                (dimension == null || dimension.isBlank()) ? null : dimension, flow, impact, urgency, false,
                it.row().owner(), false), List.of());
        following.link(id, LinkKind.COMPLAINT, complaint.id(), complaints.require(complaint).number());
        return complaint;
    }

}
