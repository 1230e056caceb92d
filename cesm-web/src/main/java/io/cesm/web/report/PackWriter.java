package io.cesm.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.governance.report.ReportFigures.Counts;
import io.cesm.governance.report.ReportFigures;
import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.web.diagnosis.GapPanels;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what figures of a time say: what changed, and whether that is real. */
@Component
public class PackWriter {

    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;

    private final DimensionBook dimensions;

    PackWriter(MessageSource messages, DimensionBook dimensions) {
        this.messages = messages;
        this.dimensions = dimensions;
    }

    /** All sections in both languages. */
    PackContent write(ReportFigures figures) {
        Map<String, Map<String, PackContent.Text>> by = new LinkedHashMap<>();
        for (var locale : LANGUAGES) {
            var say = new Say(messages, locale);
            Map<String, String> names = new LinkedHashMap<>();
            dimensions.active().forEach(it -> names.put(it.code(), it.name(locale)));
            for (var section : sections(figures, names, say).entrySet()) {
                by.computeIfAbsent(section.getKey(), key -> new LinkedHashMap<>())
                    .put(locale.getLanguage(), section.getValue());
            }
        }
        return new PackContent(
                by.entrySet().stream().map(it -> new PackContent.Section(it.getKey(), it.getValue())).toList());
    }

    private static Map<String, PackContent.Text> sections(ReportFigures figures, Map<String, String> names, Say say) {
        Map<String, PackContent.Text> sections = new LinkedHashMap<>();
        put(sections, "index", index(figures, say), indexSays(figures, say), say);
        put(sections, "gaps", gaps(figures, names, say), gapSays(figures, names, say), say);
        put(sections, "top", candidates(figures, names, say), topSays(figures, names, say), say);
        put(sections, "complaints", complaints(figures, say), complaintSays(figures, say), say);
        put(sections, "followups", followUps(figures, say), followUpSays(figures, say), say);
        put(sections, "actions", actions(figures, say), actionSays(figures, say), say);
        return sections;
    }

    private static void put(Map<String, PackContent.Text> sections, String key, @Nullable Panel panel,
            List<String> says, Say say) {
        sections.put(key, new PackContent.Text(say.say("report.section." + key), String.join("\n", says), panel));
    }

    public static List<String> indexSays(ReportFigures it, Say say) {
        var says = new ArrayList<String>();
        var level = it.level();
        if (!level.known()) {
            says.add(say.say("report.says.level.none"));
        }
        else {
            says.add(say.say("report.says.level", Say.number(level.value(), 1), Say.interval(level.interval(), 1),
                    level.n()));
            says.add(change("report.says.level.", it.levelChange(), 1, say));
        }
        says.add(change("report.says.ontime.", it.onTimeChange(), 0, say, share(it.now().commitmentsOnTime())));
        return says;
    }

    private static List<String> gapSays(ReportFigures it, Map<String, String> names, Say say) {
        var says = new ArrayList<>(GapPanels.sentences(it.gaps(), say));
        it.dimensions()
            .stream()
            .filter(each -> Claim.of(each.test()) == Claim.LOWER)
            .findFirst()
            .ifPresent(each -> says
                .add(say.say("report.says.gap", names.getOrDefault(each.dimension(), each.dimension()),
                        Say.number(each.gap().value(), 1), Say.interval(each.gap().interval(), 1), each.gap().n())));
        return says;
    }

    private static List<String> topSays(ReportFigures it, Map<String, String> names, Say say) {
        if (it.candidates().isEmpty()) {
            return List.of(say.say("report.says.top.none"));
        }
        var first = it.candidates().getFirst();
        return List.of(say.say("report.says.top", it.candidates().size(), say.name(first.name(), first.nameEn()),
                names.getOrDefault(first.dimension(), first.dimension()), first.complaints(), first.notMet()));
    }

    public static List<String> complaintSays(ReportFigures it, Say say) {
        var says = new ArrayList<String>();
        var moved = it.complaintsMoved();
        says.add(say.say(
                "report.says.complaints."
                        + ((moved == null) ? "few" : (moved > 0) ? "more" : (moved < 0) ? "fewer" : "same"),
                it.now().complaints(), it.before().complaints()));
        if (it.now().timed() > 0) {
            says.add(change("report.says.intime.", it.inTimeChange(), 0, say, share(it.now().resolvedInTime())));
        }
        var agreed = it.now().closedWithConsent();
        if (agreed.n() > 0) {
            says.add(say.say("report.says.agreed", it.now().closed(), it.now().agreed()));
        }
        says.add(say.say("report.says.open", it.now().openComplaints(), it.before().openComplaints()));
        return says;
    }

    private static List<String> followUpSays(ReportFigures it, Say say) {
        var says = new ArrayList<String>();
        says.add(say.say("report.says.followups", it.now().answers(), it.now().followUps(), it.now().followedUp(),
                it.now().openFollowUps()));
        if (it.now().followedUp() > 0) {
            says.add(say.say("report.says.followups.intime", share(it.now().followedUpInTimeShare()),
                    it.now().followedUp()));
        }
        return says;
    }

    private static List<String> actionSays(ReportFigures it, Say say) {
        long late = it.waiting().stream().filter(ReportFigures.Waiting::late).count();
        return it.waiting().isEmpty() ? List.of(say.say("report.says.actions.none"))
                : List.of(say.say("report.says.actions", it.waiting().size(), late));
    }

    /** What may be said of a change: real, perhaps chance, or too few. */
    private static String change(String key, @Nullable Comparison change, int digits, Say say, Object... before) {
        var claim = Claim.of(change);
        var args = new ArrayList<Object>(List.of(before));
        var difference = (change == null) ? null : change.difference();
        args.add(Say.number((difference == null) ? null : Math.abs(difference), digits));
        args.add(Say.p(change));
        return say.say(key + claim, args.toArray());
    }

    private static String share(Figure share) {
        return Say.number(share.value(), 0) + ((share.value() == null) ? "" : "%");
    }

    private static Panel index(ReportFigures it, Say say) {
        var panel = table("index", say);
        line(panel, say.say("report.level"), it.level(), it.levelBefore(), it.levelChange(), 1, "", say);
        line(panel, say.say("report.ontime"), it.now().commitmentsOnTime(), it.before().commitmentsOnTime(),
                it.onTimeChange(), 1, "%", say);
        line(panel, say.say("report.intime"), it.now().resolvedInTime(), it.before().resolvedInTime(),
                it.inTimeChange(), 1, "%", say);
        return panel.note(say.say("report.index.note")).panel();
    }

    private static Panel.Builder table(String id, Say say) {
        return Panel.build(id, say.say("report.section." + id))
            .head(say.say("report.figure"))
            .num(say.say("report.now"))
            .num(say.say("analysis.column.interval"))
            .num("n")
            .num(say.say("report.before"))
            .head(say.say("analysis.column.real"));
    }

    private static void line(Panel.Builder panel, String name, Figure now, Figure before, Comparison change, int digits,
            String unit, Say say) {
        panel.row(List.of(Cell.text(name), Say.figure(now, digits, unit), Say.interval(now, digits),
                Cell.of(String.valueOf(now.n()), now.n()), Say.figure(before, digits, unit), say.claim(change)));
    }

    private static @Nullable Panel gaps(ReportFigures it, Map<String, String> names, Say say) {
        if (it.dimensions().isEmpty()) {
            return null;
        }
        var panel = Panel.build("gaps", say.say("diagnosis.dimensions"))
            .head(say.say("insight.column.dimension"))
            .num(say.say("diagnosis.pe"))
            .num(say.say("analysis.column.interval"))
            .num(say.say("diagnosis.customers"))
            .num(say.say("diagnosis.cases"))
            .head(say.say("diagnosis.leading"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var each : it.dimensions()) {
            var name = names.getOrDefault(each.dimension(), each.dimension());
            var leading = each.leading();
            panel.row(List.of(Cell.text(name), Say.figure(each.gap(), 1, ""), Say.interval(each.gap(), 1),
                    Cell.of(String.valueOf(each.gap().n()), each.gap().n()),
                    Cell.of(String.valueOf(each.cases()), each.cases()),
                    Cell.text((leading == null) ? "–" : say.say("ServiceGap." + leading))));
            if (each.gap().known()) {
                dots.add(Charts.dot(name, each.gap().value(), each.gap().interval(), each.gap().showing(),
                        each.gap().n(), null));
            }
        }
        if (!dots.isEmpty()) {
            panel.chart(Say.json(Charts.dots(say.say("diagnosis.dimensions"), 1, "", null, dots)),
                    60 + 26 * dots.size());
        }
        return panel.note(say.say("report.gaps.note")).panel();
    }

    private static @Nullable Panel candidates(ReportFigures it, Map<String, String> names, Say say) {
        if (it.candidates().isEmpty()) {
            return null;
        }
        var panel = Panel.build("top", say.say("report.section.top"))
            .head(say.say("insight.column.customer"))
            .head(say.say("insight.column.dimension"))
            .num(say.say("report.complaints"))
            .num(say.say("report.notmet"))
            .num(say.say("report.weight"));
        for (var each : it.candidates()) {
            panel.row(List.of(Cell.text(say.name(each.name(), each.nameEn())).to("/customers/" + each.customer()),
                    Cell.text(names.getOrDefault(each.dimension(), each.dimension())),
                    Cell.of(String.valueOf(each.complaints()), each.complaints()),
                    Cell.of(String.valueOf(each.notMet()), each.notMet()),
                    Cell.of(String.valueOf(each.weight()), each.weight())));
        }
        return panel.note(say.say("report.top.note")).panel();
    }

    private static Panel complaints(ReportFigures it, Say say) {
        var panel = counted("complaints", say);
        count(panel, say.say("report.received"), it, Counts::complaints);
        count(panel, say.say("report.resolved"), it, Counts::resolved);
        count(panel, say.say("report.reopened"), it, Counts::reopened);
        count(panel, say.say("report.closed"), it, Counts::closed);
        count(panel, say.say("report.agreed"), it, Counts::agreed);
        count(panel, say.say("report.open"), it, Counts::openComplaints);
        return panel.panel();
    }

    private static Panel followUps(ReportFigures it, Say say) {
        var panel = counted("followups", say);
        count(panel, say.say("report.answers"), it, Counts::answers);
        count(panel, say.say("report.followups"), it, Counts::followUps);
        count(panel, say.say("report.followedup"), it, Counts::followedUp);
        count(panel, say.say("report.openfollowups"), it, Counts::openFollowUps);
        count(panel, say.say("report.captured"), it, Counts::captured);
        count(panel, say.say("report.confirmed"), it, Counts::confirmed);
        return panel.panel();
    }

    private static Panel.Builder counted(String id, Say say) {
        return Panel.build(id, say.say("report.section." + id))
            .head(say.say("report.figure"))
            .num(say.say("report.now"))
            .num(say.say("report.before"));
    }

    private static void count(Panel.Builder panel, String name, ReportFigures it,
            java.util.function.ToLongFunction<Counts> what) {
        long now = what.applyAsLong(it.now());
        long before = what.applyAsLong(it.before());
        panel.row(List.of(Cell.text(name), Cell.of(String.valueOf(now), now), Cell.of(String.valueOf(before), before)));
    }

    private static @Nullable Panel actions(ReportFigures it, Say say) {
        if (it.waiting().isEmpty()) {
            return null;
        }
        var panel = Panel.build("actions", say.say("report.section.actions"))
            .head(say.say("diagnosis.case"))
            .head(say.say("insight.column.customer"))
            .head(say.say("report.owner"))
            .head(say.say("report.due"));
        for (var each : it.waiting()) {
            var due = each.dueOn();
            var words = (each.words().length() <= 60) ? each.words() : each.words().substring(0, 59) + "…";
            panel.row(List.of(
                    Cell.text(each.number() + " " + words)
                        .to((each.kind().equals("COMPLAINT") ? "/complaints/" : "/expectations/") + each.id()),
                    Cell.text(say.name(each.customer(), each.customerEn())),
                    Cell.text((each.owner() == null) ? "–" : each.owner()),
                    Cell.text((due == null) ? "–" : due + (each.late() ? " " + say.say("report.late") : ""))));
        }
        return panel.panel();
    }

}
