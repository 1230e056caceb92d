package io.cesm.web.complaint.api;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.satisfaction.aftercare.ScoreBook;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.Showing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The two marks after closing for programs: of one complaint, and the means of units. */
@RestController
class ScoresApi {

    private final ScoreBook scores;

    private final ComplaintBook book;

    ScoresApi(ScoreBook scores, ComplaintBook book) {
        this.scores = scores;
        this.book = book;
    }

    /** What the figures are for. */
    enum Purpose {

        ANALYSIS, APPRAISAL

    }

    /**
     * A mean as programs read it.
     *
     * @param n null where so few answered that one could tell who
     */
    record FigureJson(Showing showing, @Nullable Long n, @Nullable Double mean, @Nullable Double low,
            @Nullable Double high) {

        static FigureJson of(Figure it) {
            var showing = it.showing();
            if (showing == Showing.HIDDEN) {
                return new FigureJson(showing, null, null, null, null);
            }
            var interval = it.interval();
            return new FigureJson(showing, it.n(), it.value(), interval == null ? null : interval.low(),
                    interval == null ? null : interval.high());
        }

    }

    /** What a unit's complainants said in the last twelve months; all units if null. */
    record UnitJson(@Nullable UUID unit, String name, long asked, FigureJson handling, FigureJson outcome) {
    }

    @GetMapping("/api/v1/complaints/{id}/scores")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<ScoreBook.Score> of(@PathVariable UUID id) {
        return scores.of(book.require(new ComplaintId(id)).id());
    }

    @GetMapping("/api/v1/complaint-scores")
    @PreAuthorize("hasAuthority('VIEW')")
    public List<UnitJson> byUnit(@RequestParam(defaultValue = "ANALYSIS") Purpose purpose) {
        if (purpose == Purpose.APPRAISAL) {
            throw new Refusal("score.not_for_appraisal");
        }
        return scores.byUnit()
            .stream()
            .map(it -> new UnitJson(it.unit(), it.name(), it.asked(), FigureJson.of(it.handling()),
                    FigureJson.of(it.outcome())))
            .toList();
    }

}
