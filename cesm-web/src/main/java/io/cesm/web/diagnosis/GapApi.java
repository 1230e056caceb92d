package io.cesm.web.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Slice;
import io.cesm.governance.diagnosis.CaseSource;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import io.cesm.governance.diagnosis.DiagnosisFilter;
import io.cesm.governance.diagnosis.DimensionDiagnosis;
import io.cesm.governance.diagnosis.GapCase;
import io.cesm.governance.diagnosis.GapMatrix;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.ServiceGap;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The diagnosis by seven gaps for programs. */
@RestController
@RequestMapping("/api/v1/insights/gaps")
@PreAuthorize("hasAuthority('VIEW')")
class GapApi {

    private static final int LARGEST = 200;

    private final DiagnosingGaps diagnosing;

    GapApi(DiagnosingGaps diagnosing) {
        this.diagnosing = diagnosing;
    }

    /**
     * Everything the page shows, nothing rounded.
     *
     * @param counts cases by flow, gap and source
     * @param changes of the shares against the time of the same length before, judged
     * together
     */
    record Diagnosis(DiagnosisFilter filter, long n, long undiagnosed, long elsewhere, List<GapMatrix.Count> counts,
            Map<ServiceGap, Figure> shares, Map<Flow, Figure> byFlow, Map<ServiceGap, Comparison> changes,
            List<DimensionDiagnosis> dimensions) {
    }

    @GetMapping
    public Diagnosis diagnosis(@ModelAttribute("query") GapQuery query) {
        var filter = query.filter(diagnosing.usual());
        var matrix = diagnosing.matrix(filter);
        return new Diagnosis(filter, matrix.n(), matrix.undiagnosed(), matrix.elsewhere(), matrix.counts(),
                matrix.shares(), matrix.sharesByFlow(), matrix.changes(diagnosing.matrix(filter.before())),
                diagnosing.dimensions(filter));
    }

    @GetMapping("/cases")
    public Slice<GapCase> cases(@ModelAttribute("query") GapQuery query, @RequestParam(defaultValue = "50") int size) {
        return diagnosing.cases(query.filter(diagnosing.usual()), query.gap(), query.flowOrNull(), query.unspoken(),
                query.source(), Math.clamp(size, 1, LARGEST), query.cursor());
    }

    /** What somebody judges by hand, and why. */
    record Judged(@NotNull ServiceGap gap, @NotBlank String because) {
    }

    @PutMapping("/cases/{source}/{id}")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public ResponseEntity<Void> judge(@PathVariable CaseSource source, @PathVariable UUID id,
            @Valid @RequestBody Judged wish) {
        diagnosing.judge(source, id, wish.gap(), wish.because());
        return ResponseEntity.noContent().build();
    }

}
