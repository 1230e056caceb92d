package io.cesm.web.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.ExpectationState;
import io.cesm.governance.AgeBand;
import io.cesm.governance.Ageing;
import io.cesm.governance.GapIndex;
import io.cesm.perception.Finding.Verdict;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;

/** Lengths of bars in percent of a picture 100 wide, and where its figures lead to. */
class Drawing {

    private final InsightQuery query;

    Drawing(InsightQuery query) {
        this.query = query;
    }

    /** A piece of a stacked bar. */
    record Piece(int band, String x, String width) {
    }

    /** The ages of a tier as one bar. */
    public List<Piece> pieces(Ageing.Row row) {
        var pieces = new ArrayList<Piece>();
        long before = 0;
        for (var band : AgeBand.values()) {
            var count = row.count(band);
            if (count > 0) {
                pieces.add(new Piece(band.ordinal(), percent(before, row.n()), percent(count, row.n())));
            }
            before += count;
        }
        return pieces;
    }

    public String percent(long part, long whole) {
        return (whole == 0) ? "0" : String.format(Locale.ROOT, "%.3f", 100.0 * part / whole);
    }

    /** The bands of the gap index. */
    public List<Verdict> verdicts() {
        return List.of(Verdict.SHORT, Verdict.MET, Verdict.ABOVE);
    }

    public long band(GapIndex index, Verdict band) {
        return index.count(band);
    }

    /** The message key of a tier. */
    public String tier(@Nullable Integer tier, boolean total) {
        if (total) {
            return "insight.total";
        }
        return (tier == null) ? "insight.tier.none" : "Tier." + tier;
    }

    /** Whether the register can show just this row. */
    public boolean leads(Ageing.Row row) {
        return row.total() || row.tier() != null;
    }

    /** The expectations of a row of ages, all of them or of one state and band. */
    public String ages(Ageing.Row row, @Nullable ExpectationState state, @Nullable AgeBand band) {
        var link = register();
        if (!row.total()) {
            link.with("tier", row.tier());
        }
        link.with("state", state);
        if (band != null) {
            link.with("age", (band.from() == 0) ? null : band.from()).with("ageTo", band.to());
        }
        return link.toString();
    }

    /** The expectations of a flow: open, not met, or overdue. */
    public String flow(Flow flow, String which) {
        var link = register().with("flow", flow);
        return switch (which) {
            case "notMet" -> link.with("state", ExpectationState.NOT_MET).toString();
            case "overdue" -> link.with("overdue", true).toString();
            default -> link.toString();
        };
    }

    /** All expectations of a customer. */
    public String records(GapIndex.Row row) {
        return Link.to("/expectations")
            .with("customer", row.sum().customer())
            .with("flow", query.flow())
            .with("dimension", query.dimension())
            .with("view", "all")
            .toString();
    }

    /** A page or file with the same filters. */
    public String keep(String path) {
        return query.keep(path).toString();
    }

    private Link register() {
        return query.keep("/expectations");
    }

}
