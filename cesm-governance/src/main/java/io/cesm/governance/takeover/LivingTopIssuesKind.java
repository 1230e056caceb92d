package io.cesm.governance.takeover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.TakingOverTopIssues;
import io.cesm.domain.topissue.TopIssueId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** TOP issues that are led in another system: one row is one issue. */
@Component
class LivingTopIssuesKind implements ImportKind {

    private static final Map<String, MeasureKind> MEASURES = Map.of("指标", MeasureKind.KPI, "kpi", MeasureKind.KPI,
            "调查题目", MeasureKind.SURVEY_ITEM, "投诉率", MeasureKind.COMPLAINT_RATE);

    private static final Label WHAT = new Label("问题", "The issue");

    private static final Label PLAN = new Label("计划", "The plan");

    private static final List<Target> TARGETS = List.of(
            Target.of("key", "问题编号（外部）", "External key", "编号", "问题编号", "id", "key", "no").needed().under(WHAT),
            Target.of("title", "标题", "Title", "问题", "名称", "title", "name", "issue").needed().under(WHAT),
            Target.of("problem", "问题描述", "Problem", "描述", "问题说明", "problem", "description").needed().under(WHAT),
            Target
                .of("customer", "受影响的客户（编号或名称）", "Affected customers (number, key or name)", "客户", "客户名称", "涉及客户",
                        "customer", "customers", "account")
                .needed()
                .repeated()
                .under(WHAT),
            Target.of("statement", "客户的描述", "Customer's statement", "客户陈述", "statement").under(WHAT),
            Target.of("dimension", "质量维度", "Quality dimension", "维度", "dimension", "category").under(WHAT),
            Target.of("flow", "主业务流", "Main flow", "流程", "业务流", "flow", "process").under(WHAT),
            Target.of("owner", "负责人（登录名或姓名）", "Owner (user name or name)", "负责人", "责任人", "owner").under(WHAT),
            Target
                .of(EvidenceCells.TARGET, "证据投诉（编号或外部编号）", "Complaints as evidence (number or external key)", "证据",
                        "投诉编号", "相关投诉", "关联投诉", "evidence", "complaints", "complaint numbers")
                .repeated()
                .under(WHAT),
            Target.of("measureKind", "指标类型", "Kind of measure", "measure kind").under(PLAN),
            Target.of("measure", "指标", "Measure", "衡量指标", "measure", "kpi").under(PLAN),
            Target.of("unit", "单位", "Unit", "unit").under(PLAN),
            Target.of("baseline", "现状值", "Value today", "现状", "baseline", "current value").under(PLAN),
            Target.of("target", "目标值", "Target", "目标", "target").under(PLAN),
            Target.of("targetOn", "目标日期", "By when", "完成日期", "计划完成", "due date", "target date").under(PLAN),
            Target.of("stake", "对客户的影响", "What is at stake", "客户的利害", "影响", "stake").under(PLAN),
            Target.of("stakeValue", "涉及金额", "Value at stake", "金额", "value at stake").under(PLAN),
            Target.of("rhythmDays", "通报间隔（天）", "Told every … days", "通报间隔", "rhythm").under(PLAN),
            Target.of("checkWeeks", "几周后复查", "Checked after … weeks", "复查周数", "check").under(PLAN));

    private final TakingOverTopIssues takingOver;

    private final Lookup lookup;

    private final EvidenceCells evidence;

    private final CurrentActor current;

    private final ExternalKeys keys;

    LivingTopIssuesKind(TakingOverTopIssues takingOver, Lookup lookup, EvidenceCells evidence, CurrentActor current,
            JdbcClient jdbc, Clock clock) {
        this.takingOver = takingOver;
        this.lookup = lookup;
        this.evidence = evidence;
        this.current = current;
        this.keys = new ExternalKeys(jdbc, clock, "top_issue_key");
    }

    @Override
    public String code() {
        return "top-issues";
    }

    @Override
    public Label label() {
        return new Label("进行中的 TOP 问题", "TOP issues under way");
    }

    @Override
    public Label about() {
        return new Label("每行一个 TOP 问题，以“已提名”进入；描述由客户在这里确认，负责人在这里接受。同一编号再次导入时只更正变化。",
                "One TOP issue per row; it comes in as nominated. The customer confirms the statement here, the owner agrees "
                        + "here. A row with a known key corrects what has changed.");
    }

    @Override
    public List<Target> targets() {
        return TARGETS;
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
    }

    @Override
    public Taking open(ImportPlan plan) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        return new Walk();
    }

    /** One walk through a file. */
    private final class Walk extends KeyedTaking {

        private final Lookup.Memory memory = new Lookup.Memory();

        private Walk() {
            super(keys, TARGETS, "/top-issues/", "title");
        }

        @Override
        UUID add(RowReader row) {
            return takingOver.nominate(wish(row), row.text("statement"), plan(row)).id();
        }

        @Override
        boolean correct(UUID record, RowReader row) {
            return takingOver.correct(new TopIssueId(record), wish(row), row.text("statement"), plan(row));
        }

        private NominateTopIssue wish(RowReader row) {
            List<CustomerId> customers = row.row()
                .all("customer")
                .stream()
                .flatMap(it -> List.of(it.split("[;；\\n]")).stream())
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> lookup.customer(it, memory))
                .distinct()
                .toList();
            if (customers.isEmpty()) {
                throw new FieldRefusal("customer", "text.required");
            }
            return new NominateTopIssue(row.required("title"), row.required("problem"), customers,
                    lookup.dimension(row.text("dimension")), row.word("flow", Flow.class, Map.of()),
                    lookup.owner(row.text("owner"), memory), evidence.read(row.row().all(EvidenceCells.TARGET)), false);
        }

        private PlanTopIssue plan(RowReader row) {
            var baseline = row.number("baseline");
            var target = row.number("target");
            var kind = row.word("measureKind", MeasureKind.class, MEASURES);
            return new PlanTopIssue(kind == null && row.text("measure") != null ? MeasureKind.KPI : kind,
                    row.text("measure"), kind == MeasureKind.SURVEY_ITEM ? row.text("measure") : null, row.text("unit"),
                    baseline != null && target != null && target.compareTo(baseline) > 0, baseline, target,
                    row.text("stake"), row.number("stakeValue"), row.day("targetOn"), null,
                    row.whole("rhythmDays", 1, 180), row.whole("checkWeeks", 1, 104));
        }

    }

}
