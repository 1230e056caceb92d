package io.cesm.web.diagnosis;

import java.time.LocalDate;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.UnitId;
import io.cesm.governance.diagnosis.CaseSource;
import io.cesm.governance.diagnosis.DiagnosisFilter;
import io.cesm.satisfaction.figures.ServiceGap;
import io.cesm.web.layout.IdText;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is diagnosed; the parameters of its address.
 *
 * @param flow a flow, or {@code none} for cases of which nobody said it
 */
record GapQuery(@Nullable Integer tier, @Nullable String unit, @Nullable String dimension,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to, @Nullable String flow,
        @Nullable ServiceGap gap, @Nullable CaseSource source, @Nullable String cursor) {

    DiagnosisFilter filter(DiagnosisFilter usual) {
        var first = (from == null) ? usual.from() : from;
        var last = (to == null) ? usual.to() : to;
        if (last.isBefore(first)) {
            throw new FieldRefusal("to", "diagnosis.time");
        }
        return new DiagnosisFilter(tier, unitId(), (dimension == null || dimension.isBlank()) ? null : dimension, first,
                last);
    }

    public boolean isAny() {
        return tier != null || (unit != null && !unit.isBlank()) || (dimension != null && !dimension.isBlank())
                || from != null || to != null;
    }

    /** An address that keeps the filters. */
    Link keep(String path) {
        return Link.to(path)
            .with("tier", tier)
            .with("unit", unit)
            .with("dimension", dimension)
            .with("from", from)
            .with("to", to);
    }

    /** The address of a panel as a file. */
    public String file(String panel, String form) {
        return keep("/insights/gaps/" + panel + "." + form).toString();
    }

    @Nullable Flow flowOrNull() {
        try {
            return (flow == null || flow.isBlank() || flow.equals("none")) ? null : Flow.valueOf(flow);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    boolean unspoken() {
        return "none".equals(flow);
    }

    private @Nullable UnitId unitId() {
        return IdText.read(unit, UnitId::of);
    }

}
