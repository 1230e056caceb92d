package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Kanos;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.figures.KanoCategory;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.springframework.stereotype.Component;

/** What features are to customers. */
@Component
class KanoPainter implements Painter {

    private final ReadingFigures figures;

    KanoPainter(ReadingFigures figures) {
        this.figures = figures;
    }

    @Override
    public View view() {
        return View.KANO;
    }

    @Override
    public Kanos data(Scene scene) {
        return figures.kano(scene.opened());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("kano", tell.say("analysis.kano"))
            .head(tell.say("analysis.column.feature"))
            .head(tell.say("analysis.column.category"))
            .num(tell.say("analysis.column.better"))
            .num(tell.say("analysis.column.worse"));
        for (var category : KanoCategory.values()) {
            panel.num(tell.say("analysis.category." + category));
        }
        panel.num("n");
        var points = new ArrayList<Map<String, Object>>();
        var must = new ArrayList<String>();
        var delight = new ArrayList<String>();
        for (var row : data(scene).features()) {
            var name = tell.brief(row.name());
            var cells = new ArrayList<Cell>();
            cells.add(Cell.text(tell.words(row.name())));
            cells.add(Cell.text((row.category() == null) ? tell.say("analysis.hidden")
                    : tell.say("analysis.category." + row.category())));
            cells.add(tell.cell(row.better()));
            cells.add(tell.cell(row.worse()));
            for (var category : KanoCategory.values()) {
                var count = row.counts().get(category);
                cells.add(Cell.of((count == null) ? "–" : String.valueOf(count), count));
            }
            cells.add(tell.n(new io.cesm.satisfaction.analysis.Told(row.better().method(), row.better().showing(),
                    row.n(), null, null, null), scene.answers(row.key() + ".f")));
            panel.row(cells);
            var better = row.better().value();
            var worse = row.worse().value();
            if (better != null && worse != null && row.category() != null) {
                points
                    .add(Map.of("name", name, "x", -worse, "y", better, "tone", row.category().name().substring(0, 1)));
                if (row.category() == KanoCategory.MUST_BE) {
                    must.add(name);
                }
                if (row.category() == KanoCategory.ATTRACTIVE) {
                    delight.add(name);
                }
            }
        }
        if (!points.isEmpty()) {
            var chart = Charts
                .quadrant(tell.say("analysis.kano"), tell.say("analysis.kano.worse"), tell.say("analysis.kano.better"),
                        0.5, 0.5,
                        List.of(tell.say("analysis.category.ATTRACTIVE"), tell.say("analysis.category.ONE_DIMENSIONAL"),
                                tell.say("analysis.category.INDIFFERENT"), tell.say("analysis.category.MUST_BE")),
                        points);
            chart.put("unit", "share");
            panel.chart(tell.json(chart), 420);
        }
        var comma = tell.chinese() ? "、" : ", ";
        if (!must.isEmpty()) {
            panel.says(tell.say("analysis.says.kano_must", String.join(comma, must)));
        }
        if (!delight.isEmpty()) {
            panel.says(tell.say("analysis.says.kano_delight", String.join(comma, delight)));
        }
        return List.of(panel.note(tell.say("analysis.kano.note")).panel());
    }

}
