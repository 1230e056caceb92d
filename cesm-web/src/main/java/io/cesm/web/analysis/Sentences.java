package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.analysis.Overview;
import io.cesm.satisfaction.analysis.SurveyHead;
import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Showing;
import org.jspecify.annotations.Nullable;

/** Says in words what a figure is and whether a change is real. */
final class Sentences {

    private Sentences() {
    }

    static List<String> headline(Overview.Line line, @Nullable SurveyHead before, Telling tell) {
        var says = new ArrayList<String>();
        says.add(figure(tell.words(line.name()), line.main(), tell));
        if (before != null && line.change() != null) {
            says.add(change(line.claim(), line.change(), Telling.digits(line.main().method()),
                    (before.wave() == null) ? before.number() : before.wave(), tell));
        }
        return says;
    }

    static String figure(String name, Told told, Telling tell) {
        if (told.showing() == Showing.HIDDEN) {
            return tell.say("analysis.says.figure_hidden", name);
        }
        if (!told.known()) {
            return tell.say("analysis.says.figure_none", name);
        }
        var key = switch (told.showing()) {
            case DIRECTIONAL -> "analysis.says.figure_directional";
            case GREY -> "analysis.says.figure_few";
            default -> "analysis.says.figure";
        };
        return tell.say(key, name, tell.value(told), tell.interval(told.interval(), Telling.digits(told.method())),
                Objects.requireNonNullElse(told.n(), 0));
    }

    static String change(Claim claim, Comparison change, int digits, String since, Telling tell) {
        return tell.say("analysis.says.change." + claim, since, Telling.number(Math.abs(orZero(change)), digits),
                tell.p((change.adjusted() != null) ? change.adjusted() : change.p()));
    }

    /**
     * Why the change of a net promoter score is not the difference of the two scores
     * shown; nothing for other figures.
     */
    static List<String> changeNote(FigureMethod method, boolean changed, Telling tell) {
        return switch (method) {
            case NPS_ADJUSTED_WALD, NPS_CUSTOMER_MEAN, NPS_CUSTOMER_WATERFALL ->
                changed ? List.of(tell.say("analysis.change.nps")) : List.of();
            default -> List.of();
        };
    }

    private static double orZero(Comparison change) {
        var difference = change.difference();
        return (difference == null) ? 0 : difference;
    }

}
