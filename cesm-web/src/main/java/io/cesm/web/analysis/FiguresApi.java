package io.cesm.web.analysis;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.satisfaction.analysis.AnswersBehind;
import io.cesm.satisfaction.analysis.Combination;
import io.cesm.satisfaction.analysis.CountingCombinations;
import io.cesm.satisfaction.analysis.Recount;
import io.cesm.satisfaction.analysis.RollingUp;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures of surveys for programs, nothing rounded; what is hidden on pages is hidden
 * here.
 */
@RestController
@RequestMapping("/api/v1/surveys/{id}")
class FiguresApi {

    private static final int LARGEST = 200;

    private final Painters painters;

    private final AnswersBehind answers;

    private final RollingUp rolling;

    private final CountingCombinations combinations;

    FiguresApi(Painters painters, AnswersBehind answers, RollingUp rolling, CountingCombinations combinations) {
        this.painters = painters;
        this.answers = answers;
        this.rolling = rolling;
        this.combinations = combinations;
    }

    /** What figures may be wanted for. */
    enum Purpose {

        ANALYSIS, APPRAISAL

    }

    /**
     * Figures of one kind.
     *
     * @param useForAppraisal whether people may be judged by them
     * @param asOf when the last answers were counted
     * @param pending answers that wait to be counted
     * @param hidden whether there are too few answers for any figure
     */
    record Figures(UUID survey, String number, boolean useForAppraisal, @Nullable Instant asOf, long counted,
            long pending, boolean hidden, @Nullable Object figures) {
    }

    /** How many answers were counted anew. */
    record Rebuilt(long answers) {
    }

    @GetMapping("/figures")
    @PreAuthorize("hasAuthority('VIEW')")
    public Figures overview(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query,
            @RequestParam(defaultValue = "ANALYSIS") Purpose purpose, Locale locale) {
        return figures(id, View.OVERVIEW, query, purpose, locale);
    }

    @GetMapping("/figures/{view}")
    @PreAuthorize("hasAuthority('VIEW')")
    public Figures figures(@PathVariable UUID id, @PathVariable String view,
            @ModelAttribute("query") AnalysisQuery query, @RequestParam(defaultValue = "ANALYSIS") Purpose purpose,
            Locale locale) {
        return figures(id, View.of(view), query, purpose, locale);
    }

    private Figures figures(UUID id, View view, AnalysisQuery query, Purpose purpose, Locale locale) {
        var painter = painters.of(view);
        var scene = painters.scene(id, view, query, locale);
        var head = scene.opened().survey().head();
        if (purpose == Purpose.APPRAISAL && !head.useForAppraisal()) {
            throw new Refusal("figures.not_for_appraisal", head.number());
        }
        boolean closed = scene.opened().closed();
        return new Figures(head.id(), head.number(), head.useForAppraisal(), head.asOf(), head.counted(),
                head.pending(), closed, closed ? null : painter.data(scene));
    }

    /** The answers behind them, as far as the one who asks may see them. */
    @GetMapping("/figures/answers")
    @PreAuthorize("hasAuthority('VIEW')")
    public Slice<AnswersBehind.Row> answers(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query,
            @RequestParam @Nullable String value, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return answers.slice(id, query.filter(), query.item(), value, cursor, Math.clamp(size, 1, LARGEST));
    }

    /** Has a combination of filters over too many answers counted in the background. */
    @PostMapping("/figures/combinations")
    @PreAuthorize("hasAuthority('VIEW')")
    public Combination count(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query) {
        return combinations.require(id, combinations.request(id, query.filter()));
    }

    /** How far it is. */
    @GetMapping("/figures/combinations/{combination}")
    @PreAuthorize("hasAuthority('VIEW')")
    public Combination counted(@PathVariable UUID id, @PathVariable UUID combination) {
        return combinations.require(id, combination);
    }

    @PostMapping("/figures/rebuild")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public Rebuilt rebuild(@PathVariable UUID id) {
        return new Rebuilt(rolling.rebuild(id));
    }

    @PostMapping("/figures/compare")
    @PreAuthorize("hasAuthority('SETTINGS')")
    public Recount.Result compare(@PathVariable UUID id) {
        return rolling.compare(id);
    }

}
