package io.cesm.web.insight;

import io.cesm.domain.kernel.Slice;
import io.cesm.expectation.UncoveredCustomers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The analysis of expectation management for programs. */
@RestController
@RequestMapping("/api/v1/insights/expectations")
@PreAuthorize("hasAuthority('VIEW')")
class InsightApi {

    private static final int LARGEST = 200;

    private final Insights insights;

    private final UncoveredCustomers uncovered;

    InsightApi(Insights insights, UncoveredCustomers uncovered) {
        this.insights = insights;
        this.uncovered = uncovered;
    }

    /** Ageing, coverage, unfulfilled, fulfilment and gap index of this moment. */
    @GetMapping
    public Insights.Picture picture(@ModelAttribute("query") InsightQuery query) {
        return insights.of(query.filter());
    }

    /** Customers at whom nothing live is expected. */
    @GetMapping("/uncovered")
    public Slice<UncoveredCustomers.Row> uncovered(@ModelAttribute("query") InsightQuery query,
            @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        return uncovered.page(query.filter(), insights.today(), cursor, Math.clamp(size, 1, LARGEST));
    }

}
