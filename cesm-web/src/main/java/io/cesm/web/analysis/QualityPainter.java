package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.cesm.satisfaction.analysis.Quality;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How good the answers are. */
@Component
class QualityPainter implements Painter {

    private final ReadingFigures figures;

    QualityPainter(ReadingFigures figures) {
        this.figures = figures;
    }

    @Override
    public View view() {
        return View.QUALITY;
    }

    @Override
    public Quality data(Scene scene) {
        return figures.quality(scene.opened());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var quality = data(scene);
        var panels = new ArrayList<Panel>();
        if (!quality.groups().isEmpty()) {
            panels.add(field(quality, scene));
        }
        panels.add(channels(quality, scene));
        panels.add(items(quality, scene));
        return panels;
    }

    private static Panel field(Quality quality, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("field", tell.say("analysis.field"))
            .head(tell.say("analysis.kind.tier"))
            .num(tell.say("analysis.column.asked"))
            .num(tell.say("analysis.column.answered"))
            .num(tell.say("analysis.column.response"))
            .num(tell.say("analysis.column.cooperation"))
            .num(tell.say("analysis.column.break_off"));
        for (var group : quality.groups()) {
            var name = group.tier().isEmpty() ? tell.say("analysis.everybody")
                    : group.tier().equals("-") ? tell.say("analysis.unknown") : tell.say("Tier." + group.tier());
            panel.row(List.of(Cell.text(name), Cell.of(String.valueOf(group.asked()), group.asked()),
                    Cell.of(String.valueOf(group.answered()), group.answered()), rate(group.response()),
                    rate(group.cooperation()), rate(group.breakOff())));
        }
        var all = quality.groups().getFirst();
        return panel
            .says(tell.say("analysis.says.field", all.answered(), all.asked(),
                    Telling.number(all.response().value(), 1)))
            .note(tell.say("analysis.field.note"))
            .panel();
    }

    private static Cell rate(Figure rate) {
        return OverviewPainter.percent(rate.value());
    }

    private static Panel channels(Quality quality, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("channels", tell.say("analysis.channels"))
            .head(tell.say("analysis.column.channel"))
            .num(tell.say("analysis.column.respondents"))
            .num(tell.say("analysis.column.complete"));
        for (var channel : quality.channels()) {
            panel.row(List.of(Cell.text(tell.say("analysis.channel." + channel.channel())),
                    count(channel.respondents(), tell), count(channel.complete(), tell)));
        }
        panel.row(List.of(Cell.text(tell.say("analysis.everybody")).as("sum"), count(quality.respondents(), tell),
                count(quality.complete(), tell)));
        var effect = quality.designEffect();
        if (effect != null && effect > 1.0000001) {
            panel.says(tell.say("analysis.says.weighted", Telling.number(effect, 2),
                    Telling.number(quality.effective(), 0)));
        }
        return panel.panel();
    }

    private static Cell count(@Nullable Long n, Telling tell) {
        return Cell.of((n == null) ? tell.say("analysis.below5") : String.valueOf(n), n);
    }

    private static Panel items(Quality quality, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("missing", tell.say("analysis.missing"))
            .head(tell.say("analysis.column.item"))
            .num(tell.say("analysis.column.answered"))
            .num(tell.say("analysis.column.missing"))
            .num(tell.say("analysis.column.no_opinion"))
            .num(tell.say("analysis.column.lowest"))
            .num(tell.say("analysis.column.highest"));
        var names = new ArrayList<String>();
        for (var item : quality.items()) {
            panel.row(List.of(Cell.text(tell.words(item.name())), count(item.answered(), tell),
                    OverviewPainter.percent(item.missing()), OverviewPainter.percent(item.none()),
                    OverviewPainter.percent(item.lowest()), OverviewPainter.percent(item.highest())));
            if (Objects.requireNonNullElse(item.missing(), 0.0) + Objects.requireNonNullElse(item.none(), 0.0) > 20) {
                names.add(tell.brief(item.name()));
            }
        }
        return panel
            .says(names.isEmpty() ? tell.say("analysis.says.missing_few")
                    : tell.say("analysis.says.missing", names.size(), names.getFirst()))
            .note(tell.say("analysis.missing.note"))
            .panel();
    }

}
