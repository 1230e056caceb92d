package io.cesm.web.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions in which the demo company is made. They do not wait for the disk one by
 * one: the last one, an ordinary one, is durable only together with all before it.
 */
@Component
class Batch {

    private final TransactionTemplate transactions;

    private final JdbcTemplate jdbc;

    Batch(TransactionTemplate transactions, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    <T> T get(Supplier<T> work) {
        var result = transactions.execute(status -> {
            jdbc.execute("set local synchronous_commit = off");
            return work.get();
        });
        if (result == null) {
            throw new IllegalStateException("The demo company came to nothing");
        }
        return result;
    }

    /** Work of the maker, done in the morning of that day. */
    <T> T at(LocalDate day, Supplier<T> work) {
        return at(day.atTime(9, 0).atZone(CompanyTime.ZONE).toInstant(), work);
    }

    /** Work of the maker, done at that moment. */
    <T> T at(Instant moment, Supplier<T> work) {
        return ScopedClock.at(moment, () -> Acting.as(Actor.system(DemoCompany.MAKER), () -> get(work)));
    }

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** The last transaction, which waits for the disk. */
    void finish(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

}
