package io.cesm.expectation;

import java.util.List;

import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Setting.Type;
import io.cesm.domain.intake.Target;

/** What the columns of a list of expectations can hold. */
final class ExpectationColumns {

    private static final Label WORDS = new Label("谁说了什么", "Who said what");

    private static final Label KIND = new Label("归类", "Kind");

    private static final Label TARGET = new Label("期望水平", "What is expected");

    static final List<Target> ALL = List.of(
            Target
                .of("key", "期望编号（外部）", "External key", "编号", "期望编号", "外部编号", "id", "key", "expectation id", "ticket",
                        "no")
                .under(WORDS),
            Target
                .of("customer", "客户（编号或名称）", "Customer (number, key or name)", "客户", "客户编号", "客户名称", "客户编码", "company",
                        "customer", "customer name", "customer number", "account")
                .under(WORDS),
            Target
                .of("contact", "联系人（姓名、电话或邮箱）", "Contact (name, phone or mail)", "联系人", "联系人姓名", "联系人电话", "联系电话", "手机",
                        "邮箱", "contact", "contact name", "phone", "mobile", "email", "e-mail", "said by", "提出人")
                .repeated()
                .needed()
                .under(WORDS),
            Target
                .of("verbatim", "客户原话", "Customer's words", "原话", "期望", "期望内容", "诉求", "需求", "verbatim", "expectation",
                        "what was said", "text", "request")
                .needed()
                .under(WORDS),
            Target.of("understood", "我们的理解", "What we understood", "理解", "澄清内容", "understood").under(WORDS),
            Target.of("saidOn", "提出日期", "Said on", "日期", "提出时间", "said on", "date", "received").under(WORDS),
            Target.of("channel", "渠道", "Channel", "来源渠道", "沟通方式", "channel").under(WORDS),
            Target.of("touchPoint", "触点", "Touch point", "场合", "occasion", "touchpoint").under(WORDS),
            Target.of("reference", "来源文件", "Source document", "单据号", "来源", "source", "document", "reference")
                .under(WORDS),
            Target.of("dimension", "质量维度", "Quality dimension", "维度", "dimension", "category").under(KIND),
            Target.of("flow", "主业务流", "Main flow", "流程", "业务流", "flow", "process").under(KIND),
            Target.of("importance", "重要度（1–5）", "Importance (1–5)", "重要度", "重要性", "importance", "priority").under(KIND),
            Target.of("kano", "卡诺类别", "Kano class", "卡诺", "kano").under(KIND),
            Target.of("owner", "责任人（登录名或姓名）", "Owner (user name or name)", "责任人", "负责人", "owner", "responsible")
                .under(KIND),
            Target.of("state", "状态（已登记、已澄清）", "State (captured, clarified)", "状态", "state", "status").under(KIND),
            Target.of("measure", "衡量方式", "Measure", "衡量标准", "指标", "measure", "metric").under(TARGET),
            Target
                .of("expectedLevel", "期望水平（0–100）", "Expected level (0–100)", "期望水平", "期望值", "expected level", "level")
                .under(TARGET),
            Target.of("wantedOn", "希望完成日期", "Wanted by", "期望日期", "要求日期", "wanted by", "wanted date", "due date")
                .under(TARGET),
            Target.of("unit", "单位", "Unit of the values", "unit").under(TARGET),
            Target.of("worst", "不可接受值", "Worst value", "worst", "unacceptable").under(TARGET),
            Target.of("ideal", "理想值", "Ideal value", "ideal", "best").under(TARGET),
            Target.of("expectedValue", "期望测量值", "Expected value", "expected value", "target value").under(TARGET));

    static final List<Setting> SETTINGS = List.of(Setting.of("customer", Type.CUSTOMER, "所有行都属于该客户（没有客户列时）",
            "Customer of all rows, if no column says it", null));

    private ExpectationColumns() {
    }

}
