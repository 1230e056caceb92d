package io.cesm.domain.complaint;

import java.time.ZoneOffset;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.ListOrder;
import org.jspecify.annotations.Nullable;

/** In which order the queue is read. Each has its index. */
public enum ComplaintOrder {

    /** Came last, first. */
    NEWEST(ListOrder.falling("c.received_at")),
    /** Due first, first; only where a clock runs. */
    DUE(ListOrder.rising("c.due_at"));

    private final ListOrder sql;

    ComplaintOrder(ListOrder sql) {
        this.sql = sql;
    }

    ListOrder sql() {
        return sql;
    }

    Object key(ComplaintRow row) {
        return this == NEWEST ? row.receivedAt() : Objects.requireNonNull(row.dueAt());
    }

    @Nullable Object key(Cursor cursor) {
        var at = cursor.instant(0);
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

}
