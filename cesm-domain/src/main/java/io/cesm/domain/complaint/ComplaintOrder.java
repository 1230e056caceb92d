package io.cesm.domain.complaint;

import java.time.ZoneOffset;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import org.jspecify.annotations.Nullable;

/** In which order the queue is read. Each has its index. */
public enum ComplaintOrder {

    /** Came last, first. */
    NEWEST("c.received_at", true, ""),
    /** Due first, first; only where a clock runs. */
    DUE("c.due_at", false, " and c.due_at is not null");

    private final String column;

    private final boolean falling;

    private final String condition;

    ComplaintOrder(String column, boolean falling, String condition) {
        this.column = column;
        this.falling = falling;
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    String after(boolean backwards) {
        return "(" + column + ", c.id) " + (falling == backwards ? ">" : "<") + " (:key, :keyId)";
    }

    String orderBy(boolean backwards) {
        var direction = falling == backwards ? " asc" : " desc";
        return column + direction + ", c.id" + direction;
    }

    Object key(ComplaintRow row) {
        return this == NEWEST ? row.receivedAt() : Objects.requireNonNull(row.dueAt());
    }

    @Nullable Object key(Cursor cursor) {
        var at = cursor.instant(0);
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

}
