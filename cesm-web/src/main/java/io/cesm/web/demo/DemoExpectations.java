package io.cesm.web.demo;

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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the expectations of the demo company: first all are noted in the order in which
 * they were said, then those that are still open are led on. The others wait until there
 * is more to look at.
 */
@Component
@Order(30)
class DemoExpectations implements DemoPart {

    private static final int EXPECTATIONS = 280;

    private static final int AT_ONCE = 2;

    private static final int NOTED_TOGETHER = 25;

    private final Narrator narrator;

    private final Passing passing;

    private final DecidingConflicts deciding;

    private final Batch batch;

    DemoExpectations(Narrator narrator, Passing passing, DecidingConflicts deciding, Batch batch) {
        this.narrator = narrator;
        this.passing = passing;
        this.deciding = deciding;
        this.batch = batch;
    }

    @Override
    public void tell(DemoWorld world) {
        var texts = world.texts();
        var plot = new Plot(world.clients(), texts.sayings(), texts.company(), texts.phrases(), world.dice(1),
                world.today());
        var conflicts = Conflicts.of(plot, world.clients());
        var told = tell(conflicts.together(plot.lives(EXPECTATIONS)), world);
        deciding.settle(conflicts, told, new Narrator.Stage(world.cast(), texts.phrases(), world.dice(3), world.now()));
    }

    /** A life with its place in the row, from which its chance follows. */
    private record Entry(Life life, int place, boolean twin) {

        LocalDate day() {
            return twin ? life.days().captured().plusDays(1) : life.days().captured();
        }

    }

    private Map<Life, ExpectationId> tell(List<Life> lives, DemoWorld world) {
        Map<Life, ExpectationId> told = new ConcurrentHashMap<>();
        Map<Life, ExpectationId> twins = new ConcurrentHashMap<>();
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
            batch.run(() -> some.forEach(it -> note(it, told, twins, stage(it, world))));
        }
        Consumer<List<Entry>> leading = some -> together(some,
                it -> batch.run(() -> lead(it.life, told, twins, stage(it, world))));
        leading.accept(entries.stream().filter(it -> !it.twin && it.life.fate().isOpen()).toList());
        world.leave(() -> leading.accept(entries.stream().filter(it -> !it.twin && !it.life.fate().isOpen()).toList()));
        return told;
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

    private static Narrator.Stage stage(Entry entry, DemoWorld world) {
        return new Narrator.Stage(world.cast(), world.texts().phrases(), new Dice(7_000L + entry.place), world.now());
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
