package io.cesm.web.topissue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.topissue.IssueTask;
import org.jspecify.annotations.Nullable;

/**
 * Where the bars of tasks lie between the first day and the last, in thousandths.
 *
 * @param today null if today lies outside
 */
record Gantt(LocalDate from, LocalDate to, List<Tick> ticks, Map<UUID, Bar> bars, @Nullable Long today,
        Map<UUID, String> titles) {

    private static final long WIDTH = 1000;

    /** The first day of a month. */
    record Tick(long at) {
    }

    /** Where a task lies. */
    record Bar(long at, long length) {
    }

    static @Nullable Gantt of(List<IssueTask> tasks, LocalDate today) {
        if (tasks.isEmpty()) {
            return null;
        }
        var from = tasks.stream().map(IssueTask::startsOn).min(LocalDate::compareTo).orElse(today);
        var to = tasks.stream().map(IssueTask::dueOn).max(LocalDate::compareTo).orElse(today);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        Map<UUID, Bar> bars = new HashMap<>();
        Map<UUID, String> titles = new HashMap<>();
        for (var task : tasks) {
            long begin = ChronoUnit.DAYS.between(from, task.startsOn());
            long length = ChronoUnit.DAYS.between(task.startsOn(), task.dueOn()) + 1;
            bars.put(task.id(), new Bar(begin * WIDTH / days, Math.max(6, length * WIDTH / days)));
            titles.put(task.id(), task.title());
        }
        var ticks = new ArrayList<Tick>();
        for (var day = from.plusMonths(1).withDayOfMonth(1); !day.isAfter(to); day = day.plusMonths(1)) {
            ticks.add(new Tick(ChronoUnit.DAYS.between(from, day) * WIDTH / days));
        }
        long now = ChronoUnit.DAYS.between(from, today);
        return new Gantt(from, to, ticks, bars, now < 0 || now > days ? null : now * WIDTH / days, titles);
    }

    /** The titles of the tasks that come first. */
    public String before(Set<UUID> tasks) {
        return tasks.stream().map(it -> titles.getOrDefault(it, "")).collect(Collectors.joining(", "));
    }

}
