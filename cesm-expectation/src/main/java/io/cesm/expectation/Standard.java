package io.cesm.expectation;

import java.time.LocalDate;

/** What was agreed for customers of one tier, as far as expectations are concerned. */
record Standard(int tier, int clarifyDays, int commitDays, int minDeliveryDays, int maxOpenCommitments,
        int standardLevel) {

    LocalDate dueToClarify(LocalDate from) {
        return from.plusDays(clarifyDays);
    }

    LocalDate dueToCommit(LocalDate from) {
        return from.plusDays(commitDays);
    }

    /** The customer is asked as quickly as we ask what they mean. */
    LocalDate dueToConfirm(LocalDate from) {
        return from.plusDays(clarifyDays);
    }

}
