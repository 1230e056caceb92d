package io.cesm.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import io.cesm.expectation.ExpectationId;
import org.springframework.stereotype.Component;

/**
 * Tells the expectations of the demo company: first all are noted in the order in which
 * they were said, then each is led on.
 */
@Component
class DemoExpectations {

    private static final int AT_ONCE = 2;

    private static final int NOTED_TOGETHER = 25;

    private final Narrator narrator;

    private final Passing passing;

    private final Batch batch;

    private final Clock clock;

    DemoExpectations(Narrator narrator, Passing passing, Batch batch, Clock clock) {
        this.narrator = narrator;
        this.passing = passing;
        this.batch = batch;
        this.clock = clock;
    }

    /** A life with its place in the row, from which its chance follows. */
    private record Entry(Life life, int place, boolean twin) {

        LocalDate day() {
            return twin ? life.days().captured().plusDays(1) : life.days().captured();
        }

    }

    /**
     * What has been told, and what is left: the lives that ended long ago.
     *
     * @param rest tells what is left; the pages can be used meanwhile
     */
    record Told(Map<Life, ExpectationId> ids, Runnable rest) {
    }

    Told tell(List<Life> lives, Cast cast, Words phrases) {
        Map<Life, ExpectationId> told = new ConcurrentHashMap<>();
        Map<Life, ExpectationId> twins = new ConcurrentHashMap<>();
        var now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        for (var life : lives) {
            entries.add(new Entry(life, entries.size(), false));
            if (life.doubled() && life.client().people().size() > 1) {
                entries.add(new Entry(life, entries.size(), true));
            }
        }
        entries.sort(Comparator.comparing(Entry::day));
        for (int from = 0; from < entries.size(); from += NOTED_TOGETHER) {
            var some = entries.subList(from, Math.min(entries.size(), from + NOTED_TOGETHER));
            batch.run(() -> some.forEach(it -> note(it, told, twins, stage(it, cast, phrases, now))));
        }
        Consumer<List<Entry>> leading = some -> together(some,
                it -> batch.run(() -> lead(it.life, told, twins, stage(it, cast, phrases, now))));
        leading.accept(entries.stream().filter(it -> !it.twin && it.life.fate().isOpen()).toList());
        return new Told(told,
                () -> leading.accept(entries.stream().filter(it -> !it.twin && !it.life.fate().isOpen()).toList()));
    }

    private void note(Entry entry, Map<Life, ExpectationId> told, Map<Life, ExpectationId> twins,
            Narrator.Stage stage) {
        var life = entry.life;
        if (entry.twin) {
            var other = life.client().people().stream().filter(it -> !it.equals(life.speaker())).findFirst();
            twins.put(life, narrator.captureTwin(life, other.orElse(life.speaker()), stage));
        }
        else {
            told.put(life, narrator.capture(life, stage));
        }
    }

    private void lead(Life life, Map<Life, ExpectationId> told, Map<Life, ExpectationId> twins, Narrator.Stage stage) {
        var id = told.get(life);
        if (id == null) {
            throw new IllegalStateException("Nobody noted " + life.words());
        }
        var twin = twins.get(life);
        if (twin != null) {
            narrator.merge(twin, id, life, stage);
        }
        narrator.tell(life, id, stage);
        passing.after(life, id, stage);
    }

    private static Narrator.Stage stage(Entry entry, Cast cast, Words phrases, Instant now) {
        return new Narrator.Stage(cast, phrases, new Dice(7_000L + entry.place), now);
    }

    private static void together(List<Entry> entries, Consumer<Entry> work) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            entries.forEach(it -> running.add(workers.submit(() -> work.accept(it))));
            for (var each : running) {
                each.get();
            }
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException("The demo company could not be told to its end", ex.getCause());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo company was interrupted", ex);
        }
    }

}
