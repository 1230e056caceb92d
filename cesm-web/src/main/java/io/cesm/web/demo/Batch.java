package io.cesm.web.demo;

import java.util.function.Supplier;

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
