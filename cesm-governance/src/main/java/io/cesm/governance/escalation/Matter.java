package io.cesm.governance.escalation;

import java.util.List;
import java.util.Map;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.topissue.EscalatingTopIssues;
import io.cesm.domain.topissue.TopIssueId;
import org.jspecify.annotations.Nullable;

/** What a ladder stands at: a complaint or a TOP issue. */
sealed interface Matter {

    Object id();

    /** Names it in the table of escalations. */
    String column();

    /** Holds it until the transaction ends. */
    void hold();

    void note(String action, @Nullable String words);

    /** Tells people of it; each of them the same key once. */
    void tell(List<StaffId> people, String kind, Map<String, String> details, String key);

    /** It stands at this level now. */
    void stand(int level);

    /** Its timers are set anew. */
    void wake();

    /** A complaint keeps its level and its timers itself. */
    record OfComplaint(ComplaintId id, EscalatingComplaints complaints) implements Matter {

        @Override
        public String column() {
            return "complaint_id";
        }

        @Override
        public void hold() {
            complaints.hold(id);
        }

        @Override
        public void note(String action, @Nullable String words) {
            complaints.note(complaints.subject(id), action, words);
        }

        @Override
        public void tell(List<StaffId> people, String kind, Map<String, String> details, String key) {
            complaints.tell(complaints.subject(id), people, "COMPLAINT_" + kind, details, key);
        }

        @Override
        public void stand(int level) {
            complaints.stand(id, level);
        }

        @Override
        public void wake() {
            complaints.wake(id);
        }

    }

    /** The level of a TOP issue is what its ladder says; it is looked at on a rhythm. */
    record OfIssue(TopIssueId id, EscalatingTopIssues issues) implements Matter {

        @Override
        public String column() {
            return "issue_id";
        }

        @Override
        public void hold() {
            issues.hold(id);
        }

        @Override
        public void note(String action, @Nullable String words) {
            issues.note(id, action, words);
        }

        @Override
        public void tell(List<StaffId> people, String kind, Map<String, String> details, String key) {
            people.forEach(it -> issues.tell(id, it, "TOP_ISSUE_" + kind, details, key));
        }

        @Override
        public void stand(int level) {
        }

        @Override
        public void wake() {
        }

    }

}
