package io.cesm.satisfaction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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
                    .needed());
    }

    @Override
    public void judge(ImportPlan plan) {
        wish(plan);
        mapping(plan).places(plan.header());
    }

    @Override
    public Taking open(ImportPlan plan) {
        return new SurveyTaking(wish(plan), mapping(plan), plan.header(), takingIn, jdbc);
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
        return SurveyMappingFile.read(Objects.requireNonNull(plan.setting("items")));
    }

}
