package io.cesm.domain.topissue;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What comes before what. Nothing may come before itself, however long the way. */
final class TaskOrder {

    private TaskOrder() {
    }

    /**
     * Whether a task would wait for itself.
     * @param after what each task waits for, as it stands
     * @param wanted what this task shall wait for
     */
    static boolean circles(UUID task, Set<UUID> wanted, Map<UUID, Set<UUID>> after) {
        var seen = new HashSet<UUID>();
        var open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(task)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(after.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

}
