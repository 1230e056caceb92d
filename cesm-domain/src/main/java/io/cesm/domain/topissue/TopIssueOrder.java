package io.cesm.domain.topissue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.ListOrder;
import org.jspecify.annotations.Nullable;

/** In which order the register is read. Each has its index. */
public enum TopIssueOrder {

    /** Nominated last, first. */
    NEWEST(ListOrder.falling("t.nominated_at")),
    /** By the last ranking; only what it ranked. */
    RANK(ListOrder.rising("t.place")),
    /** Whose target date comes first, first; only what has one. */
    DUE(ListOrder.rising("t.target_on"));

    private final ListOrder sql;

    TopIssueOrder(ListOrder sql) {
        this.sql = sql;
    }

    ListOrder sql() {
        return sql;
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
