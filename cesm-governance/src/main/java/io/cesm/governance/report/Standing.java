package io.cesm.governance.report;

/** What is open at this moment. */
public record Standing(long complaints, long graveComplaints, long lateComplaints, long followUps, long lateFollowUps,
        long toClarify, long lateCommitments, long drafts, long topCustomers, long heardTopCustomers, long customers) {
}
