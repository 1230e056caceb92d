package io.cesm.domain.topissue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import org.jspecify.annotations.Nullable;

/** In which order the register is read. Each has its index. */
public enum TopIssueOrder {

    /** Nominated last, first. */
    NEWEST("t.nominated_at", true, ""),
    /** By the last ranking; only what it ranked. */
    RANK("t.place", false, " and t.place is not null"),
    /** Whose target date comes first, first; only what has one. */
    DUE("t.target_on", false, " and t.target_on is not null");

    private final String column;

    private final boolean falling;

    private final String condition;

    TopIssueOrder(String column, boolean falling, String condition) {
        this.column = column;
        this.falling = falling;
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    String after(boolean backwards) {
        return "(" + column + ", t.id) " + (falling == backwards ? ">" : "<") + " (:key, :keyId)";
    }

    String orderBy(boolean backwards) {
        var direction = falling == backwards ? " asc" : " desc";
        return column + direction + ", t.id" + direction;
    }

    Object key(TopIssueRow row) {
        return switch (this) {
            case NEWEST -> row.nominatedAt();
            case RANK -> Objects.requireNonNull(row.place());
            case DUE -> Objects.requireNonNull(row.targetOn());
        };
    }

    @Nullable Object key(Cursor cursor) {
        return switch (this) {
            case NEWEST -> {
                var at = cursor.instant(0);
                yield at == null ? null : at.atOffset(ZoneOffset.UTC);
            }
            case RANK -> {
                Long place = cursor.number(0);
                yield place == null ? null : Math.toIntExact(place);
            }
            case DUE -> {
                LocalDate day = cursor.date(0);
                yield day;
            }
        };
    }

}
