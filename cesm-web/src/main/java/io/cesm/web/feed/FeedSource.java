package io.cesm.web.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.people.StaffId;

/**
 * What a feature puts into the calendars of staff. It is asked as the person the calendar
 * belongs to.
 */
public interface FeedSource {

    List<Entry> due(StaffId owner, LocalDate from, LocalDate to, Locale locale);

    /**
     * One day in the calendar.
     *
     * @param uid stays the same when the day moves
     * @param path page of the record, beginning with a slash
     */
    record Entry(String uid, LocalDate day, String title, String words, String path) {
    }

}
