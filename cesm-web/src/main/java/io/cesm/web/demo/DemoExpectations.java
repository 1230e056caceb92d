package io.cesm.web.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import io.cesm.expectation.ExpectationId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;

    DemoExpectations(Narrator narrator, Passing passing, DecidingConflicts deciding, Batch batch, JdbcClient jdbc) {
        this.narrator = narrator;
        this.passing = passing;
        this.deciding = deciding;
        this.batch = batch;
        this.jdbc = jdbc;
    }

    @Override
    public void tell(DemoWorld world) {
        var texts = world.texts();
        var plot = plot(world);
        var conflicts = Conflicts.of(plot, world.clients());
        var told = tell(conflicts.together(plot.lives(EXPECTATIONS)), world);
        deciding.settle(conflicts, told, new Narrator.Stage(world.cast(), texts.phrases(), world.dice(3), world.now()));
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("expectation", "demo"));
    }

    /**
     * Those that had ended and were not led to their end are still as they were noted.
     */
    @Override
    public void recall(DemoWorld world) {
        var plot = plot(world);
        var entries = entries(Conflicts.of(plot, world.clients()).together(plot.lives(EXPECTATIONS)));
        Map<Life, ExpectationId> told = new ConcurrentHashMap<>();
        Map<Life, ExpectationId> twins = new ConcurrentHashMap<>();
        jdbc.sql("select id, customer_id, contact_id, verbatim from expectation where demo and state = 'CAPTURED'")
            .query(rs -> {
                var id = new ExpectationId(rs.getObject(1, UUID.class));
                var customer = rs.getObject(2, UUID.class);
                var speaker = rs.getObject(3, UUID.class);
                var words = rs.getString(4);
                entries.stream()
                    .map(Entry::life)
                    .filter(it -> it.client().id().id().equals(customer) && words.endsWith(it.words()))
                    .findFirst()
                    .ifPresent(it -> (it.speaker().id().id().equals(speaker) ? told : twins).put(it, id));
            });
        world.leave(() -> leadTo(entries.stream()
            .filter(it -> !it.twin && !it.life.fate().isOpen() && told.containsKey(it.life))
            .toList(), told, twins, world));
    }

    private static Plot plot(DemoWorld world) {
        var texts = world.texts();
        return new Plot(world.clients(), texts.sayings(), texts.company(), texts.phrases(), world.dice(1),
                world.today());
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
        var entries = entries(lives);
        for (int from = 0; from < entries.size(); from += NOTED_TOGETHER) {
            var some = entries.subList(from, Math.min(entries.size(), from + NOTED_TOGETHER));
            batch.run(() -> some.forEach(it -> note(it, told, twins, stage(it, world))));
        }
        leadTo(entries.stream().filter(it -> !it.twin && it.life.fate().isOpen()).toList(), told, twins, world);
        world.leave(() -> leadTo(entries.stream().filter(it -> !it.twin && !it.life.fate().isOpen()).toList(), told,
                twins, world));
        return told;
    }

    private static List<Entry> entries(List<Life> lives) {
        List<Entry> entries = new ArrayList<>();
        for (var life : lives) {
            entries.add(new Entry(life, entries.size(), false));
            if (life.doubled() && life.client().people().size() > 1) {
                entries.add(new Entry(life, entries.size(), true));
            }
        }
        entries.sort(Comparator.comparing(Entry::day));
        return entries;
    }

    private void leadTo(List<Entry> some, Map<Life, ExpectationId> told, Map<Life, ExpectationId> twins,
            DemoWorld world) {
        together(some, it -> batch.run(() -> lead(it.life, told, twins, stage(it, world))));
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
