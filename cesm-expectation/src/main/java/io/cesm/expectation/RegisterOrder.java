package io.cesm.expectation;

import java.time.ZoneOffset;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import org.jspecify.annotations.Nullable;

/** In which order a register is read. Each has its index. */
public enum RegisterOrder {

    /** Noted last, first. */
    NEWEST("e.captured_at", true, ""),
    /** Due first, first; only what is open. */
    DUE("e.due_on", false, " and e.due_on is not null");

    private final String column;

    private final boolean falling;

    private final String condition;

    RegisterOrder(String column, boolean falling, String condition) {
        this.column = column;
        this.falling = falling;
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    String after(boolean backwards) {
        return "(" + column + ", e.id) " + (falling == backwards ? ">" : "<") + " (:key, :keyId)";
    }

    String orderBy(boolean backwards) {
        var direction = falling == backwards ? " asc" : " desc";
        return column + direction + ", e.id" + direction;
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
