package io.cesm.satisfaction.measure.index;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Outcome;
import io.cesm.domain.intake.RowAnswer;
import io.cesm.domain.intake.RowProblem;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;

import org.springframework.stereotype.Component;

/** Files of index scores: a row is one brand in one wave. */
@Component
class IndexImport implements ImportKind {

    private final IndexBook book;

    private final KeepingIndices keeping;

    private final CurrentActor current;

    private final Clock clock;

    IndexImport(IndexBook book, KeepingIndices keeping, CurrentActor current, Clock clock) {
        this.book = book;
        this.keeping = keeping;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "indices";
    }

    @Override
    public Label label() {
        return new Label("行业指数得分", "Scores of an industry index");
    }

    @Override
    public Label about() {
        return new Label("每行一个品牌在一轮里的得分：轮次、品牌、得分，可带发布日期。",
                "One brand's score in one wave per row: wave, brand, score, and the day of publication if known.");
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.of("wave", "轮次", "Wave", "year", "年份", "期次").needed(),
                Target.of("brand", "品牌", "Brand", "company", "公司", "企业").needed(),
                Target.of("score", "得分", "Score", "index", "指数", "分数").needed(),
                Target.of("publishedOn", "发布日期", "Published on", "date", "日期"));
    }

    @Override
    public List<Setting> settings() {
        return List
            .of(Setting
                .of("series", Setting.Type.TEXT, "指数编号（如 X-2026-000001）", "Number of the index (such as X-2026-000001)",
                        null)
                .needed());
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        series(plan);
    }

    private IndexDetails series(ImportPlan plan) {
        var number = requireNonNull(plan.setting("series"));
        return book.find(number.strip()).orElseThrow(() -> new FieldRefusal("series", "index.unknown", number));
    }

    @Override
    public Optional<String> filled(ImportPlan plan) {
        var number = plan.setting("series");
        return (number == null) ? Optional.empty() : book.find(number.strip()).map(it -> "/indices/" + it.id());
    }

    @Override
    public Taking open(ImportPlan plan) {
        var series = series(plan);
        return (rows, dry) -> {
            var answers = rows.stream().map(row -> take(series, row)).toList();
            keeping.touch(series.id());
            return answers;
        };
    }

    private RowAnswer take(IndexDetails series, ImportRow row) {
        var name = row.first("wave") + " " + row.first("brand");
        try {
            var label = Texts.required(row.first("wave"), 40, "wave");
            var brand = Texts.required(row.first("brand"), 120, "brand");
            var score = WaveWish.score(String.valueOf(row.first("score")));
            if (!series.about().contains(score)) {
                throw new FieldRefusal("score", "index.off_scale", brand, score.toPlainString());
            }
            var before = book.waves(series.id()).stream().filter(it -> it.label().equals(label)).findFirst();
            boolean known = before.flatMap(it -> it.of(brand)).isPresent();
            var day = day(row.first("publishedOn"), label);
            var wave = keeping.wave(series, label,
                    day != null ? day : before.map(IndexWave::publishedOn).orElse(CompanyTime.today(clock)));
            int changed = keeping.put(wave, brand, score);
            return RowAnswer.of(row, !known ? Outcome.CREATED : changed > 0 ? Outcome.CHANGED : Outcome.UNCHANGED, null,
                    name);
        }
        catch (Refusal refusal) {
            return RowAnswer.refused(row, null, name, RowProblem.of(refusal));
        }
    }

    private static @Nullable LocalDate day(@Nullable String text, String label) {
        try {
            if (text != null) {
                return LocalDate.parse(text.strip().replace('/', '-'));
            }
            return label.matches("\\d{4}") ? LocalDate.of(Integer.parseInt(label), 12, 31) : null;
        }
        catch (java.time.DateTimeException ex) {
            throw new FieldRefusal("publishedOn", "answers.no_day", String.valueOf(text));
        }
    }

}
