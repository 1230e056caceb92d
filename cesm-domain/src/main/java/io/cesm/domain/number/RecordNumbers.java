package io.cesm.domain.number;

import java.time.Clock;

import io.cesm.domain.time.CompanyTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives records the numbers people quote, such as {@code E-2026-000123}; a series starts
 * anew each year.
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
        return format(prefix, reserve(prefix, 1));
    }

    /**
     * Takes several numbers at once, for bulk work.
     * @return the first of {@code count} numbers in a row; see {@link #format}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long reserve(String prefix, int count) {
        long last = jdbc
            .sql("insert into number_series (series, last) values (:series, :count)"
                    + " on conflict (series) do update set last = number_series.last + :count returning last")
            .param("series", prefix + "-" + year())
            .param("count", count)
            .query(Long.class)
            .single();
        return last - count + 1;
    }

    public String format(String prefix, long number) {
        return "%s-%d-%06d".formatted(prefix, year(), number);
    }

    private int year() {
        return CompanyTime.today(clock).getYear();
    }

}
