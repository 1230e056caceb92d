package io.cesm.satisfaction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cesm.domain.intake.CustomerByText;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Setting.Type;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;

/**
 * Surveys that were held elsewhere: one row is one respondent, pairs of columns are what
 * was expected and what was perceived.
 */
@Component
class SurveyImport implements ImportKind {

    private final TakingInSurveys takingIn;

    private final CustomerByText customers;

    private final JdbcClient jdbc;

    SurveyImport(TakingInSurveys takingIn, CustomerByText customers, JdbcClient jdbc) {
        this.takingIn = takingIn;
        this.customers = customers;
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "surveys";
    }

    @Override
    public Label label() {
        return new Label("外部问卷（期望与感知）", "Survey held elsewhere (expected and perceived)");
    }

    @Override
    public Label about() {
        return new Label("每行一位答卷人，每个题目各有一列期望和一列感知；结果换算到 0–100，成为该客户的 E 与 P 读数。",
                "One respondent per row, a column of expectation and one of perception per item; "
                        + "the results become readings E and P of the customer, on 0–100.");
    }

    @Override
    public List<Target> targets() {
        return List.of();
    }

    @Override
    public boolean findsColumns() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of("customer", Type.CUSTOMER, "客户（或客户集团）", "Customer (or group)", null).needed(),
                Setting.of("name", Type.TEXT, "调查名称", "Name of the survey", null).needed(),
                Setting.of("readOn", Type.DATE, "调查日期", "Day it was held", null).needed(),
                Setting.of("items", Type.LONG_TEXT,
                        "题目对应表（CSV：column, item, dimension, level, min, max, reversed, missing, dimension_name, dimension_name_en）",
                        "Items as CSV (column, item, dimension, level, min, max, reversed, missing, dimension_name, dimension_name_en)",
                        null)
                    .needed(),
                Setting.of("respondent", Type.TEXT, "答卷人编号所在列（列名；不填则按行号）",
                        "Column that tells respondents apart (its heading; rows count if empty)", null),
                Setting.of("missing", Type.TEXT, "表示“未回答”的代码，用分号隔开（如 -99; 0; 11）",
                        "Codes that mean “no answer”, parted by semicolons (such as -99; 0; 11)", null));
    }

    @Override
    public void judge(ImportPlan plan) {
        wish(plan);
        mapping(plan).places(plan.header());
        respondent(plan);
    }

    @Override
    public Taking open(ImportPlan plan) {
        return new SurveyTaking(wish(plan), mapping(plan), plan.header(), respondent(plan), takingIn, jdbc);
    }

    private static @Nullable Integer respondent(ImportPlan plan) {
        var heading = plan.setting("respondent");
        return heading == null ? null : SurveyMapping.place(plan.header(), heading);
    }

    private SurveyWish wish(ImportPlan plan) {
        var name = Objects.requireNonNull(plan.setting("name"));
        try {
            var day = LocalDate.parse(Objects.requireNonNull(plan.setting("readOn")));
            return new SurveyWish(name, name, customers.require(Objects.requireNonNull(plan.setting("customer"))), day);
        }
        catch (DateTimeException noDay) {
            throw new FieldRefusal("readOn", "import.no_day");
        }
    }

    private static SurveyMapping mapping(ImportPlan plan) {
        var codes = Arrays.stream(String.valueOf(plan.settings().getOrDefault("missing", "")).split("[;；,，|\\s]+"))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());
        return SurveyMappingFile.read(Objects.requireNonNull(plan.setting("items"))).alsoMissing(codes);
    }

}
