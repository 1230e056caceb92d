package io.cesm.web.diagnosis;

import java.time.LocalDate;

import io.cesm.governance.diagnosis.DiagnosisFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What costs are weighed; the parameters of its address. */
record CostQuery(@Nullable Integer tier, @Nullable String unit, @Nullable String dimension,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {

    DiagnosisFilter filter(DiagnosisFilter usual) {
        return same().filter(usual);
    }

    public boolean isAny() {
        return same().isAny();
    }

    /** The address of a panel as a file. */
    public String file(String panel, String form) {
        return same().keep("/insights/cost/" + panel + "." + form).toString();
    }

    private GapQuery same() {
        return new GapQuery(tier, unit, dimension, from, to, null, null, null, null);
    }

}
