package io.cesm.web.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Does the same with many things side by side, a thread for each processor. For questions
 * that change nothing; whatever fails ends the whole.
 */
public final class AllCores {

    private AllCores() {
    }

    /** The results in the order of the things. */
    public static <T, R> List<R> each(Collection<T> things, Work<T, R> work) throws Exception {
        List<Callable<R>> tasks = new ArrayList<>();
        things.forEach(it -> tasks.add(() -> work.on(it)));
        List<R> results = new ArrayList<>();
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var each : workers.invokeAll(tasks)) {
                results.add(each.get());
            }
        }
        return results;
    }

    /** What is done with one thing. */
    public interface Work<T, R> {

        R on(T thing) throws Exception;

    }

}
