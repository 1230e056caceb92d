package io.cesm.satisfaction.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Setting.Type;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

/** Files of one series: a row is a respondent of a wave. */
final class WaveKind implements ImportKind {

    private final SeriesDetails series;

    private final List<AnswerColumn> columns;

    private final Waves waves;

    private final AnswerStore store;

    private final CurrentActor current;

    WaveKind(SeriesDetails series, Waves waves, AnswerStore store, CurrentActor current) {
        this.series = series;
        this.columns = AnswerColumns.of(series.codebook());
        this.waves = waves;
        this.store = store;
        this.current = current;
    }

    @Override
    public String code() {
        return series.importKind();
    }

    @Override
    public Label label() {
        var name = series.about().name();
        return new Label("第三方调查轮次：" + name, "Agency wave: " + name);
    }

    @Override
    public Label about() {
        var agency = series.about().agency();
        return new Label("每行一位受访者；列的含义按“" + agency + "”的编码本，列名改了也能认回来。",
                "One respondent per row; columns are read by the codebook of " + agency
                        + ", also when they are renamed.");
    }

    @Override
    public List<Target> targets() {
        return columns.stream().map(AnswerColumn::offered).toList();
    }

    @Override
    public Map<Integer, String> guess(List<String> header) {
        return Likeness.match(header, columns, series.headers());
    }

    @Override
    public List<Label> differences(List<String> header, Map<Integer, String> mapping) {
        List<Label> found = new ArrayList<>();
        mapping.forEach((column, target) -> {
            var was = before(target);
            var is = header.get(column);
            if (was != null && !was.equals(is)) {
                found.add(new Label("“" + was + "”这次叫“" + is + "”", "“" + was + "” is called “" + is + "” this time"));
            }
        });
        var mapped = new HashSet<>(mapping.values());
        columns.stream().filter(it -> !mapped.contains(it.target())).forEach(it -> {
            var was = before(it.target());
            var name = was == null ? it.names().getFirst() : was;
            found.add(new Label("这次没有对应的列：“" + name + "”（" + it.label().zh() + "）",
                    "No column this time for “" + name + "” (" + it.label().en() + ")"));
        });
        return found;
    }

    /**
     * The heading in the last file; of several columns that become one item nothing is
     * said.
     */
    private @Nullable String before(String target) {
        var last = series.headers().get(target);
        if (last != null) {
            return last;
        }
        return columns.stream()
            .filter(it -> it.target().equals(target) && it.kind() != ColumnKind.MULTI)
            .map(it -> it.names().getFirst())
            .findFirst()
            .orElse(null);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("wave", Type.TEXT, "轮次名称（如 2026、2026H1）", "Name of the wave (such as 2026, 2026H1)", null)
                    .needed(),
                Setting
                    .of("readOn", Type.DATE, "调查截止日（没有日期列时即作答日期）",
                            "Last day of the field work (the day of answers without a date)", null)
                    .needed(),
                Setting.of("from", Type.DATE, "调查开始日", "First day of the field work", null), DayText.setting(),
                Setting.of("none", Type.TEXT, "所有列里都表示“未回答”的代码，用分号隔开（如 -99; 999）",
                        "Codes that mean “no answer” in every column, parted by semicolons (such as -99; 999)", null));
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var wish = wish(plan);
        waves.find(series, wish.label());
        if (wish.from() != null && wish.from().isAfter(wish.to())) {
            throw new FieldRefusal("from", "measure.from_after_to");
        }
        if (columns.stream().noneMatch(it -> it.kind().isAsked() && plan.maps(it.target()))) {
            throw new FieldRefusal("mapping", "survey.no_columns");
        }
    }

    private Waves.Wish wish(ImportPlan plan) {
        var from = plan.setting("from");
        Map<String, String> headers = new LinkedHashMap<>();
        plan.mapping().forEach((column, target) -> {
            if (columns.stream().noneMatch(it -> it.target().equals(target) && it.kind() == ColumnKind.MULTI)) {
                headers.put(target, plan.header().get(column));
            }
        });
        return new Waves.Wish(Texts.required(requireNonNull(plan.setting("wave")), 80, "wave"),
                from == null ? null : day(from, "from"), day(requireNonNull(plan.setting("readOn")), "readOn"),
                headers);
    }

    private static LocalDate day(String text, String field) {
        return DayText.ISO.read(text, field);
    }

    @Override
    public Optional<String> filled(ImportPlan plan) {
        return waves.survey(series, wish(plan).label()).map(id -> "/surveys/" + id);
    }

    @Override
    public Taking open(ImportPlan plan) {
        var wish = wish(plan);
        return new AnswerTaking(new RowReader(columns, plan), new AnswerTaking.Into() {

            @Override
            public Optional<AnsweredSurvey> find() {
                return waves.find(series, wish.label());
            }

            @Override
            public AnsweredSurvey open() {
                return waves.open(series, wish);
            }

        }, store);
    }

}
