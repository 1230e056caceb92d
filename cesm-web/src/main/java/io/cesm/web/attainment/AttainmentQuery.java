package io.cesm.web.attainment;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.governance.attainment.ComplaintFigures.Grouping;
import io.cesm.governance.attainment.ComplaintFigures.Kept;
import io.cesm.governance.attainment.ComplaintPeriod;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The filters of the analysis as they stand in its address. */
record AttainmentQuery(@Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to, @Nullable UUID unit,
        @Nullable Integer tier, @Nullable ComplaintKind kind) {

    private static final int MONTHS = 3;

    ComplaintPeriod period(LocalDate today) {
        var last = to == null ? today : to;
        var first = from == null || from.isAfter(last) ? last.minusMonths(MONTHS) : from;
        return new ComplaintPeriod(first, last, unit, tier, kind);
    }

    /** Where the figures of a period lead to. */
    record Leads(ComplaintPeriod period) {

        /** The complaints whose clock was not kept. */
        public String late(Kept row) {
            var link = queue(row.clock());
            if (row.grouping() == Grouping.TIER) {
                link.with("tier", row.tier());
            }
            if (row.grouping() == Grouping.UNIT) {
                link.with("unit", row.id());
            }
            if (row.grouping() == Grouping.PERSON) {
                link.with("owner", row.id() == null ? "none" : row.id());
            }
            return link.toString();
        }

        /** Whether the queue can show just this row. */
        public boolean leads(Kept row) {
            return row.late() > 0 && (row.grouping() != Grouping.TIER || row.tier() != null)
                    && (row.grouping() != Grouping.UNIT || row.id() != null);
        }

        private Link queue(@Nullable ClockKind late) {
            return Link.to("/complaints")
                .with("view", "all")
                .with("unit", period.unit())
                .with("tier", period.tier())
                .with("kind", period.kind())
                .with("receivedFrom", period.from())
                .with("receivedTo", period.to())
                .with("late", late);
        }

        /** A page or file with the same filters. */
        public String keep(String path) {
            return Link.to(path)
                .with("from", period.from())
                .with("to", period.to())
                .with("unit", period.unit())
                .with("tier", period.tier())
                .with("kind", period.kind())
                .toString();
        }

        /** Complaints that changed hands that often. */
        public String width(double part, double whole) {
            return whole <= 0 ? "0" : String.format(java.util.Locale.ROOT, "%.2f", 100 * part / whole);
        }

    }

}
