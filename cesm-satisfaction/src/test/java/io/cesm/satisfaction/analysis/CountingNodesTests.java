package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.support.PostgresSlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Several nodes count while answers come in, and some of them die over it. */
@PostgresSlice
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@DirtiesContext
class CountingNodesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 7);

    private static final int EACH = 250;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RollingUp rolling;

    @Autowired
    TransactionTemplate transaction;

    private final AtomicBoolean coming = new AtomicBoolean(true);

    @Test
    void nodesCountRandomAnswersOnceAsCountingAnewDoesThoughSomeDie() throws Exception {
        long seed = System.nanoTime();
        var asked = Asked.questions(jdbc, "NAMED", Asked.scale("nps", "NPS", 0, 10, ",\"role\":\"LOYALTY\""),
                Asked.scale("ces", "CES", 1, 7, ""));
        var survey = asked.field("W1", DAY, "NAMED");
        long counted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 2)
                .mapToObj(i -> threads.submit(write(asked, survey, new Random(seed + i))))
                .toList();
            var dying = threads.submit(this::die);
            var nodes = IntStream.range(0, 2).mapToObj(i -> threads.submit(this::count)).toList();
            for (var writer : writers) {
                writer.get();
            }
            coming.set(false);
            dying.get();
            for (Future<Long> node : nodes) {
                counted += node.get();
            }
        }
        assertThat(counted).as("with seed %d", seed).isEqualTo(2L * EACH);
        var result = Acting.as(Actor.system("test"), () -> rolling.compare(survey));
        assertThat(result.equal()).as("with seed %d: %s", seed, result).isTrue();
        assertThat(jdbc.sql("select counted from survey_figure_state where survey_id = ?")
            .param(survey)
            .query(Long.class)
            .single()).isEqualTo(2L * EACH);
    }

    private Callable<Integer> write(Asked asked, UUID survey, Random dice) {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                transaction.executeWithoutResult(it -> asked.answer(survey, DAY.plusDays(dice.nextInt(90)), null,
                        (dice.nextInt(3) == 0) ? "0." + (1 + dice.nextInt(999)) : "1",
                        "{\"tier\":\"" + (1 + dice.nextInt(3)) + "\",\"region\":\"" + dice.nextInt(4) + "\"}",
                        "{\"nps\":" + (dice.nextInt(9) == 0 ? "\"na\"" : dice.nextInt(11)) + ",\"ces\":"
                                + (1 + dice.nextInt(7)) + "}"));
            }
            return EACH;
        };
    }

    private long count() {
        long counted = 0;
        while (true) {
            boolean more = coming.get();
            long now = rolling.advance();
            counted += now;
            if (!more && now == 0) {
                return counted;
            }
        }
    }

    /** Counts, and is gone before it could say so. */
    private int die() {
        int times = 0;
        while (coming.get()) {
            transaction.executeWithoutResult(it -> {
                rolling.advance();
                it.setRollbackOnly();
            });
            times++;
        }
        return times;
    }

}
