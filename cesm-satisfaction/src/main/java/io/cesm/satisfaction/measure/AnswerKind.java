package io.cesm.satisfaction.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Setting.Type;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.Definition;

/** Answers to one of our own surveys, from paper or another tool. */
final class AnswerKind implements ImportKind {

    private final AnsweredSurvey survey;

    private final String number;

    private final String state;

    private final Definition definition;

    private final List<AnswerColumn> columns;

    private final AnswerStore store;

    private final CurrentActor current;

    AnswerKind(AnsweredSurvey survey, String number, String state, Definition definition, AnswerStore store,
            CurrentActor current) {
        this.survey = survey;
        this.number = number;
        this.state = state;
        this.definition = definition;
        this.columns = AnswerColumns.of(definition, survey.anonymous());
        this.store = store;
        this.current = current;
    }

    @Override
    public String code() {
        return AnswerKinds.PREFIX + number;
    }

    @Override
    public Label label() {
        var title = definition.title();
        return new Label(number + " 的答卷：" + title.in("zh", definition.languages()),
                "Answers to " + number + ": " + title.in("en", definition.languages()));
    }

    @Override
    public Label about() {
        return new Label("每行一份答卷，例如纸质问卷录入的结果；选项可以写代码，也可以写文字。",
                "One answer per row, such as typed from paper; options by code or in words.");
    }

    @Override
    public List<Target> targets() {
        return columns.stream().map(AnswerColumn::offered).toList();
    }

    @Override
    public Map<Integer, String> guess(List<String> header) {
        return Likeness.match(header, columns, Map.of());
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("readOn", Type.DATE, "作答日期（没有日期列时）", "Day of the answers (without a date column)", null)
                    .needed(),
                DayText.setting(), Setting.of("none", Type.TEXT, "表示“未回答”的代码，用分号隔开（如 -99; 999）",
                        "Codes that mean “no answer”, parted by semicolons (such as -99; 999)", null));
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (state.equals("DRAFT")) {
            throw new Refusal("answers.survey_draft", number);
        }
        DayText.ISO.read(requireNonNull(plan.setting("readOn")), "readOn");
        if (columns.stream().noneMatch(it -> it.kind().isAsked() && plan.maps(it.target()))) {
            throw new FieldRefusal("mapping", "survey.no_columns");
        }
    }

    @Override
    public Optional<String> filled(ImportPlan plan) {
        return Optional.of("/surveys/" + survey.id());
    }

    @Override
    public Taking open(ImportPlan plan) {
        return new AnswerTaking(new RowReader(columns, plan), new AnswerTaking.Into() {

            @Override
            public Optional<AnsweredSurvey> find() {
                return Optional.of(survey);
            }

            @Override
            public AnsweredSurvey open() {
                return survey;
            }

        }, store);
    }

}
