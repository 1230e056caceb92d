package io.cesm.satisfaction.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Knows of one kind of thing that was done for a customer, as its contact may read it.
 * Every implementation is asked when a respondent comes back.
 */
public interface WhatWasDone {

    /**
     * Something that was done.
     *
     * @param said what the contact had told us, in their words; empty if somebody else
     * had
     * @param done what came of it
     */
    record Deed(String kind, String said, String done, LocalDate on) {
    }

    /** What was done since a day for a contact of a customer, newest first. */
    List<Deed> since(UUID customer, UUID contact, LocalDate day);

}
