package io.cesm.domain.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.cesm.domain.support.PostgresSlice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@DirtiesContext
class RecordNumbersTests {

    @Autowired
    RecordNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Timeout(20)
    void twoOpenTransactionsDoNotWaitForEachOther() throws Exception {
        take("C");
        var both = new CountDownLatch(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<String> holdingItsNumber = () -> transaction.execute(status -> {
                var mine = numbers.next("C");
                both.countDown();
                return await(both) ? mine : "nobody came beside " + mine;
            });
            var first = pool.submit(holdingItsNumber);
            var second = pool.submit(holdingItsNumber);

            assertThat(List.of(first.get(), second.get())).doesNotHaveDuplicates()
                .allMatch(it -> it.matches("C-\\d{4}-\\d{6}"));
        }
    }

    @Test
    @Timeout(60)
    void twoHundredAtOnceGetTwoHundredNumbersEvenTheFirstOnesOfASeries() throws Exception {
        try (var pool = Executors.newFixedThreadPool(32)) {
            var all = new ArrayList<String>();
            for (var each : pool
                .invokeAll(IntStream.range(0, 200).<Callable<String>>mapToObj(i -> () -> take("ZA")).toList())) {
                all.add(each.get());
            }
            assertThat(all).hasSize(200).doesNotHaveDuplicates().contains(all.getFirst().substring(0, 8) + "000001");
        }
    }

    @Test
    void whatIsRolledBackLeavesAGapAndNoNumberTwice() {
        var first = take("ZB");
        var lost = transaction.execute(status -> {
            status.setRollbackOnly();
            return numbers.next("ZB");
        });
        var next = take("ZB");

        assertThat(List.of(first, String.valueOf(lost), next)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void bulkWorkTakesManyInOneStatement() {
        var many = transaction.execute(status -> numbers.next("ZC", 3));

        assertThat(many).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertThat(take("ZC")).endsWith("-000004");
    }

    @Test
    void aSeriesIsNothingThatCouldBreakOutOfItsName() {
        for (var series : List.of("C-2026; drop table complaint", "c-2026", "C", "", "CUSTOM-2026")) {
            assertThatException()
                .isThrownBy(() -> jdbc.sql("select next_numbers(:it, 1)").param("it", series).query(Long.class).list())
                .withMessageContaining("no such series");
        }
    }

    private String take(String prefix) {
        return String.valueOf(transaction.<@Nullable String>execute(status -> numbers.next(prefix)));
    }

    private static boolean await(CountDownLatch both) {
        try {
            return both.await(10, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

}
