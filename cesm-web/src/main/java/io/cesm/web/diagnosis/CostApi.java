package io.cesm.web.diagnosis;

import io.cesm.governance.cost.CostPicture;
import io.cesm.governance.cost.WeighingCosts;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Cost against satisfaction for programs, nothing rounded. */
@RestController
@PreAuthorize("hasAuthority('VIEW')")
class CostApi {

    private final WeighingCosts weighing;

    private final DiagnosingGaps diagnosing;

    CostApi(WeighingCosts weighing, DiagnosingGaps diagnosing) {
        this.weighing = weighing;
        this.diagnosing = diagnosing;
    }

    /** What was spent and how the perceived level changed, by customer and dimension. */
    @GetMapping("/api/v1/insights/cost")
    public CostPicture picture(@ModelAttribute("query") CostQuery query) {
        return weighing.of(query.filter(diagnosing.usual()));
    }

}
