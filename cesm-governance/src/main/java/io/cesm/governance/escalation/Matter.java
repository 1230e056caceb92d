package io.cesm.governance.escalation;

import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.topissue.EscalatingTopIssues;
import io.cesm.domain.topissue.TopIssueId;
import org.jspecify.annotations.Nullable;

/**
 * What a ladder stands at: a complaint or a TOP issue.
 *
 * @param column names it in the table of escalations
 * @param prefix begins the kinds of its notices
 */
record Matter(String column, String prefix, UUID id, EscalatingComplaints complaints, EscalatingTopIssues issues) {

    static Matter of(ComplaintId id, EscalatingComplaints complaints, EscalatingTopIssues issues) {
        return new Matter("complaint_id", "COMPLAINT_", id.id(), complaints, issues);
    }

    static Matter of(TopIssueId id, EscalatingComplaints complaints, EscalatingTopIssues issues) {
        return new Matter("issue_id", "TOP_ISSUE_", id.id(), complaints, issues);
    }

    private boolean isIssue() {
        return column.equals("issue_id");
    }

    /** Holds it until the transaction ends. */
    void hold() {
        if (isIssue()) {
            issues.hold(new TopIssueId(id));
        }
        else {
            complaints.hold(new ComplaintId(id));
        }
    }

    void note(String action, @Nullable String words) {
        if (isIssue()) {
            issues.note(new TopIssueId(id), action, words);
        }
        else {
            complaints.note(new ComplaintId(id), action, words);
        }
    }

    /** Tells somebody of it; the same key is told once. */
    void tell(StaffId staff, String kind, Map<String, String> details, String key) {
        if (isIssue()) {
            issues.tell(new TopIssueId(id), staff, prefix + kind, details, key);
        }
        else {
            complaints.tell(new ComplaintId(id), staff, prefix + kind, details, key);
        }
    }

    /** A complaint keeps its level itself; that of an issue is what its ladder says. */
    void stand(int level) {
        if (!isIssue()) {
            complaints.stand(new ComplaintId(id), level);
        }
    }

    /** Timers of complaints are set anew; issues are looked at on a rhythm. */
    void wake() {
        if (!isIssue()) {
            complaints.wake(new ComplaintId(id));
        }
    }

}
