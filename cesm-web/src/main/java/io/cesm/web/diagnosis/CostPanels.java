package io.cesm.web.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.governance.cost.CostPicture;
import io.cesm.governance.cost.WeighingCosts;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Cost against satisfaction as panels. */
@Component
class CostPanels {

    private final WeighingCosts weighing;

    private final DiagnosingGaps diagnosing;

    private final DimensionBook dimensions;

    private final MessageSource messages;

    CostPanels(WeighingCosts weighing, DiagnosingGaps diagnosing, DimensionBook dimensions, MessageSource messages) {
        this.weighing = weighing;
        this.diagnosing = diagnosing;
        this.dimensions = dimensions;
        this.messages = messages;
    }

    List<Panel> of(CostQuery query, Locale locale) {
        var say = new Say(messages, locale);
        var picture = weighing.of(query.filter(diagnosing.usual()));
        var panels = new ArrayList<Panel>();
        panels.add(groups(picture, say));
        if (picture.with().recommend().change().n1() + picture.without().recommend().change().n1() > 0) {
            panels.add(recommend(picture, say));
        }
        if (!picture.dimensions().isEmpty()) {
            panels.add(dimensions(picture, say));
        }
        if (!picture.customers().isEmpty()) {
            panels.add(customers(picture, query, say));
        }
        return panels;
    }

    private static Panel groups(CostPicture picture, Say say) {
        var panel = Panel.build("groups", say.say("cost.groups"))
            .head(say.say("cost.group"))
            .num(say.say("diagnosis.customers"))
            .num(say.say("cost.spent"))
            .num(say.say("cost.gain"))
            .num(say.say("analysis.column.interval"))
            .num("n")
            .head(say.say("analysis.column.real"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        group(panel, dots, say.say("cost.with"), picture.with(), picture.spent(), say);
        group(panel, dots, say.say("cost.without"), picture.without(), BigDecimal.ZERO, say);
        if (picture.with().gain().known() || picture.without().gain().known()) {
            var chart = Charts.dots(say.say("cost.groups"), 1, "", null, dots);
            chart.put("line", 0.0);
            panel.chart(Say.json(chart), 150);
        }
        sentences(picture, say).forEach(panel::says);
        panel.note(say.say("cost.note", picture.cases()));
        if (picture.silent() > 0) {
            panel.note(say.say("cost.note.silent", picture.silent()));
        }
        return panel.note(say.say("cost.note.gain")).note(say.say("cost.no_proof")).panel();
    }

    /** What was spent, what came of it, and what may not be concluded. */
    static List<String> sentences(CostPicture picture, Say say) {
        var says = new ArrayList<String>();
        if (picture.cases() == 0) {
            return List.of(say.say("cost.says.none"));
        }
        says.add(say.say("cost.says.spent", money(picture.spent()), picture.with().customers(), picture.cases()));
        var gain = picture.with().gain();
        says.add(switch (Claim.of(picture.with().test())) {
            case HIGHER -> say.say("cost.says.higher", Say.signed(gain.value(), 1), Say.interval(gain.interval(), 1),
                    gain.n(), money(BigDecimal.valueOf(orZero(picture.perPoint()))));
            case LOWER ->
                say.say("cost.says.lower", Say.signed(gain.value(), 1), Say.interval(gain.interval(), 1), gain.n());
            case NOT_REAL -> say.say("cost.says.not_real", Say.signed(gain.value(), 1), gain.n());
            default -> say.say("cost.says.few", gain.n());
        });
        var claim = Claim.of(picture.difference());
        if (claim != Claim.NONE && claim != Claim.TOO_FEW) {
            says.add(say.say("cost.says.difference." + claim,
                    Say.number(Math.abs(orZero(picture.difference().difference())), 1), Say.p(picture.difference())));
        }
        return says;
    }

    /** The change of the recommend score of both kinds of customers. */
    private static Panel recommend(CostPicture picture, Say say) {
        var panel = Panel.build("recommend", say.say("cost.recommend"))
            .head(say.say("cost.group"))
            .num(say.say("cost.was"))
            .num("n")
            .num(say.say("cost.now"))
            .num("n")
            .num(say.say("cost.recommend.change"))
            .head(say.say("analysis.column.real"));
        recommend(panel, say.say("cost.with"), picture.with().recommend(), say);
        recommend(panel, say.say("cost.without"), picture.without().recommend(), say);
        return panel.says(say.say("cost.recommend.says." + Claim.of(shown(picture.with().recommend()))))
            .note(say.say("cost.recommend.note"))
            .panel();
    }

    private static void recommend(Panel.Builder panel, String name, CostPicture.Recommend it, Say say) {
        var change = shown(it);
        panel.row(List.of(Cell.text(name), Say.figure(it.before(), 0, ""),
                Cell.of(String.valueOf(it.before().n()), it.before().n()), Say.figure(it.now(), 0, ""),
                Cell.of(String.valueOf(it.now().n()), it.now().n()),
                Cell.of(change == null ? "–" : Say.signed(change.difference(), 0),
                        change == null ? null : change.difference()),
                say.claim(change)));
    }

    /** From a change and one figure the other one would follow. */
    private static @Nullable Comparison shown(CostPicture.Recommend it) {
        return it.before().known() && it.now().known() ? it.change() : null;
    }

    private static void group(Panel.Builder panel, List<Map<String, @Nullable Object>> dots, String name,
            CostPicture.Group group, BigDecimal spent, Say say) {
        panel.row(List.of(Cell.text(name), Cell.of(String.valueOf(group.customers()), group.customers()),
                Cell.of(money(spent), spent), Say.figure(group.gain(), 1, ""), Say.interval(group.gain(), 1),
                Cell.of(String.valueOf(group.gain().n()), group.gain().n()), say.claim(group.test())));
        dots.add(Charts.dot(name, group.gain().value(), group.gain().interval(), group.gain().showing(),
                group.gain().n(), null));
    }

    private Panel dimensions(CostPicture picture, Say say) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(say.locale())));
        var panel = Panel.build("dimensions", say.say("cost.dimensions"))
            .head(say.say("insight.column.dimension"))
            .num(say.say("cost.spent"))
            .num(say.say("cost.cases"))
            .num(say.say("cost.was"))
            .num(say.say("cost.now"))
            .num(say.say("cost.gain"))
            .num(say.say("analysis.column.interval"))
            .num("n")
            .head(say.say("analysis.column.real"))
            .num(say.say("cost.per_point"));
        var points = new ArrayList<Map<String, Object>>();
        for (var it : picture.dimensions()) {
            var name = names.getOrDefault(it.code(), it.code());
            var per = it.perPoint();
            panel.row(List.of(Cell.text(name), Cell.of(money(it.spent()), it.spent()),
                    Cell.of(String.valueOf(it.cases()), it.cases()), Cell.of(Say.number(it.before(), 1), it.before()),
                    Cell.of(Say.number(it.now(), 1), it.now()), Say.figure(it.gain(), 1, ""),
                    Say.interval(it.gain(), 1), Cell.of(String.valueOf(it.gain().n()), it.gain().n()),
                    say.claim(it.test()), Cell.of((per == null) ? "–" : money(BigDecimal.valueOf(per)), per)));
            var gain = it.gain().value();
            if (gain != null && it.cases() > 0) {
                points.add(Map.of("name", name, "x", it.spent().doubleValue(), "y", gain, "tone",
                        Claim.of(it.test()) == Claim.HIGHER ? "KEEP_UP" : "LOW_PRIORITY"));
            }
        }
        if (points.size() > 2) {
            double middle = picture.dimensions()
                .stream()
                .mapToDouble(it -> it.spent().doubleValue())
                .average()
                .orElse(0);
            panel.chart(
                    Say.json(
                            Charts.quadrant(say.say("cost.dimensions"), say.say("cost.spent"), say.say("cost.gain"),
                                    middle, 0,
                                    List.of(say.say("cost.corner.cheap"), say.say("cost.corner.worth"),
                                            say.say("cost.corner.untouched"), say.say("cost.corner.vain")),
                                    points)),
                    380);
        }
        return panel.note(say.say("cost.dimensions.note")).panel();
    }

    private static Panel customers(CostPicture picture, CostQuery query, Say say) {
        var panel = Panel.build("customers", say.say("cost.customers"))
            .head(say.say("insight.column.customer"))
            .num(say.say("cost.spent"))
            .num(say.say("cost.cases"))
            .num(say.say("cost.was"))
            .num(say.say("cost.now"))
            .num(say.say("cost.gain"));
        for (var it : picture.customers()) {
            panel.row(List.of(Cell.text(say.name(it.name(), it.nameEn())).to("/customers/" + it.id()),
                    Cell.of(money(it.spent()), it.spent()), Cell.of(String.valueOf(it.cases()), it.cases()),
                    Cell.of(Say.number(it.before(), 1), it.before()), Cell.of(Say.number(it.now(), 1), it.now()),
                    Cell.of(Say.signed(it.gain(), 1), it.gain())));
        }
        return panel.note(say.say("cost.customers.note")).panel();
    }

    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    private static double orZero(@Nullable Double value) {
        return (value == null) ? 0 : value;
    }

}
