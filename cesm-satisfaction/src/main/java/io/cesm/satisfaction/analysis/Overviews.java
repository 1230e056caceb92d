package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.figures.Moments;
import io.cesm.satisfaction.figures.Nps;
import org.jspecify.annotations.Nullable;

/** Puts the overview of a survey together. */
record Overviews(Opened opened, CustomerAggregation counting, @Nullable Cells earlier, @Nullable SurveyHead before,
        Set<String> broken, Map<String, CellShelf.CustomerScores> customers, Told coverage) {

    Overview overview() {
        var lines = new ArrayList<Overview.Line>();
        opened.ownItems().forEach(item -> lines.add(line(item)));
        var judged = judged(lines);
        var respondents = Told.of(Figure.of(FigureMethod.FIELD_RATE, opened.cells().respondents(), 0, null),
                opened.closed());
        boolean hidden = respondents.n() == null;
        return new Overview(opened.survey().head(), counting, respondents.n(),
                hidden ? null : opened.cells().complete(), coverage, before, judged);
    }

    private Overview.Line line(Opened.Item item) {
        var measure = item.measure();
        var answers = opened.histogram(item);
        var figures = Scoring.figures(measure, answers)
            .stream()
            .map(figure -> opened.told(item.key(), figure))
            .toList();
        var scores = customers.get(item.key());
        var told = (scores == null) ? null : Told.of(ofCustomers(measure, scores));
        var previous = (earlier == null || broken.contains(measure.question())) ? null
                : earlier.histogram(item.key(), measure.requireScale());
        var past = (previous == null || previous.n() == 0) ? null : Told.of(Scoring.main(measure, previous));
        var change = (past == null || previous == null) ? null
                : figures.getFirst().compared(past, Scoring.compare(measure, answers, previous));
        return new Overview.Line(item.key(), measure.type(), measure.role(), measure.dimension(), measure.name().by(),
                measure.requireScale().reversed(), figures, told,
                figures.getFirst().known() ? shares(answers) : List.of(), answers.lowest(), past, change,
                Claim.of(change));
    }

    /** Every item was compared, so all are judged together. */
    private static List<Overview.Line> judged(List<Overview.Line> lines) {
        var changes = new ArrayList<Comparison>();
        lines.forEach(line -> {
            if (line.change() != null) {
                changes.add(line.change());
            }
        });
        var together = Comparing.together(changes).iterator();
        return lines.stream().map(line -> {
            var change = (line.change() == null) ? null : together.next();
            return new Overview.Line(line.key(), line.type(), line.role(), line.dimension(), line.name(), line.turned(),
                    line.figures(), line.customers(), line.shares(), line.lowest(), line.before(), change,
                    Claim.of(change));
        }).toList();
    }

    private Figure ofCustomers(Measure measure, CellShelf.CustomerScores scores) {
        var method = (counting == CustomerAggregation.WATERFALL) ? FigureMethod.NPS_CUSTOMER_WATERFALL
                : FigureMethod.NPS_CUSTOMER_MEAN;
        if (Scoring.isNps(measure)) {
            var figure = Nps
                .of(scores.promoters(), scores.passives(), scores.n() - scores.promoters() - scores.passives())
                .figure(Confidence.NINETY_FIVE);
            return new Figure(method, figure.n(), figure.effective(), figure.value(), figure.interval());
        }
        return Mean.of(Moments.ofSums(scores.n(), scores.sum(), scores.squares()), FigureMethod.MEAN_T,
                Confidence.NINETY_FIVE);
    }

    private static List<Double> shares(Histogram answers) {
        var shares = new ArrayList<Double>();
        for (int mark = answers.lowest(); mark <= answers.highest(); mark++) {
            shares.add(100 * answers.share(mark, mark));
        }
        return shares;
    }

}
