package io.cesm.expectation;

import java.time.ZoneOffset;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.ListOrder;
import org.jspecify.annotations.Nullable;

/** In which order a register is read. Each has its index. */
public enum RegisterOrder {

    /** Noted last, first. */
    NEWEST(ListOrder.falling("e.captured_at")),
    /** Due first, first; only what is open. */
    DUE(ListOrder.rising("e.due_on"));

    private final ListOrder sql;

    RegisterOrder(ListOrder sql) {
        this.sql = sql;
    }

    ListOrder sql() {
        return sql;
    }

    Object key(ExpectationRow row) {
        return this == NEWEST ? row.capturedAt() : Objects.requireNonNull(row.dueOn());
    }

    @Nullable Object key(Cursor cursor) {
        if (this == DUE) {
            return cursor.date(0);
        }
        var at = cursor.instant(0);
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

}
