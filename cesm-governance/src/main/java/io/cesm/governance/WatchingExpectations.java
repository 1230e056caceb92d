package io.cesm.governance;

import java.time.LocalDate;

import io.cesm.expectation.ExpectationFigures;
import io.cesm.expectation.FiguresFilter;
import org.springframework.stereotype.Service;

/** What those who watch over expectation management see of it, within their scope. */
@Service
public class WatchingExpectations {

    private static final int MONTHS = 12;

    private final ExpectationFigures figures;

    WatchingExpectations(ExpectationFigures figures) {
        this.figures = figures;
    }

    /** How old open expectations are. */
    public Ageing ageing(FiguresFilter filter, LocalDate today) {
        return Ageing.of(figures.ages(filter, today));
    }

    /** Who was heard in the last twelve months. */
    public Coverage coverage(FiguresFilter filter, LocalDate today) {
        return Coverage.of(figures.coverage(filter, since(today)));
    }

    /** What is not met or overdue. */
    public Unfulfilled unfulfilled(FiguresFilter filter, LocalDate today) {
        return new Unfulfilled(figures.unfulfilled(filter, today));
    }

    /**
     * Commitments that fell due in the last twelve months, yesterday being the last day.
     */
    public Fulfilment fulfilment(FiguresFilter filter, LocalDate today) {
        return Fulfilment.of(figures.fulfilment(filter, since(today), today.minusDays(1)));
    }

    /** The gap index over what was perceived in the last twelve months. */
    public GapIndex gapIndex(FiguresFilter filter, LocalDate today) {
        return GapIndex.of(figures.gaps(filter, since(today)));
    }

    private static LocalDate since(LocalDate today) {
        return today.minusMonths(MONTHS).plusDays(1);
    }

}
