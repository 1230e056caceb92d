package io.cesm.web.topissue.api;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.governance.topissue.MiningCandidates;
import io.cesm.governance.topissue.RankingTopIssues;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Candidates and ranking of TOP issues for programs. */
@RestController
@RequestMapping("/api/v1/top-issue-ranking")
@PreAuthorize("hasAuthority('VIEW')")
class TopIssueRankingApi {

    private final RankingTopIssues ranking;

    private final MiningCandidates mining;

    private final CustomerBook customers;

    TopIssueRankingApi(RankingTopIssues ranking, MiningCandidates mining, CustomerBook customers) {
        this.ranking = ranking;
        this.mining = mining;
        this.customers = customers;
    }

    /** The last ranking: of a customer, of a unit, or of the company. */
    @GetMapping
    public RankingTopIssues.Ranking latest(@RequestParam @Nullable UUID customer, @RequestParam @Nullable UUID unit,
            @RequestParam(defaultValue = "10") int n) {
        var most = Math.clamp(n, 1, 50);
        if (customer != null) {
            customers.require(new CustomerId(customer));
            return ranking.latest(RankingTopIssues.Level.CUSTOMER, customer, most);
        }
        return unit == null ? ranking.latest(RankingTopIssues.Level.COMPANY, null, most)
                : ranking.latest(RankingTopIssues.Level.UNIT, unit, most);
    }

    /** The rule in force. */
    @GetMapping("/rule")
    public RankingTopIssues.Printed rule() {
        return ranking.rule();
    }

    /** What may become an issue, the heaviest first. */
    @GetMapping("/candidates")
    public List<MiningCandidates.Candidate> candidates(@RequestParam(defaultValue = "90") int days,
            @RequestParam @Nullable UUID customer) {
        return mining.of(Math.clamp(days, 1, 730), customer == null ? null : new CustomerId(customer));
    }

}
