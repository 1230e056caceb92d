package io.cesm.domain.number;

import java.time.Clock;
import java.util.List;

import io.cesm.domain.time.CompanyTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives records the numbers people quote, such as {@code E-2026-000123}; a series starts
 * anew each year. Nobody waits for a number until another one commits; what is rolled
 * back leaves a gap.
 */
@Component
public class RecordNumbers {

    private final JdbcClient jdbc;

    private final Clock clock;

    RecordNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next number, taken in the transaction of the record that will carry it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String prefix) {
        return next(prefix, 1).getFirst();
    }

    /**
     * Takes several numbers at once, for bulk work; others may take some in between.
     * @return as many numbers, the lowest first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> next(String prefix, int count) {
        int year = CompanyTime.today(clock).getYear();
        return jdbc.sql("select next_numbers(:series, :count)")
            .param("series", prefix + "-" + year)
            .param("count", count)
            .query(Long.class)
            .stream()
            .map(number -> "%s-%d-%06d".formatted(prefix, year, number))
            .toList();
    }

}
