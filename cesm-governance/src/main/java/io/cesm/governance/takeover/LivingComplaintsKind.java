package io.cesm.governance.takeover;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.TakingOverComplaints;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Target;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Complaints that stand open in another system: one row is one complaint. */
@Component
class LivingComplaintsKind implements ImportKind {

    private static final String CLOCKS = "clocks";

    private static final Map<String, ComplaintKind> KINDS = Map.of("投诉", ComplaintKind.COMPLAINT, "表扬",
            ComplaintKind.PRAISE, "建议", ComplaintKind.SUGGESTION, "咨询", ComplaintKind.QUESTION, "需求",
            ComplaintKind.REQUIREMENT);

    private static final Map<String, ComplaintChannel> CHANNELS = Map.ofEntries(Map.entry("电话", ComplaintChannel.PHONE),
            Map.entry("热线", ComplaintChannel.PHONE), Map.entry("call", ComplaintChannel.PHONE),
            Map.entry("邮件", ComplaintChannel.EMAIL), Map.entry("mail", ComplaintChannel.EMAIL),
            Map.entry("e-mail", ComplaintChannel.EMAIL), Map.entry("微信", ComplaintChannel.WECOM),
            Map.entry("企业微信", ComplaintChannel.WECOM), Map.entry("wechat", ComplaintChannel.WECOM),
            Map.entry("拜访", ComplaintChannel.VISIT), Map.entry("走访", ComplaintChannel.VISIT),
            Map.entry("会议", ComplaintChannel.MEETING), Map.entry("网站", ComplaintChannel.PORTAL),
            Map.entry("调查", ComplaintChannel.SURVEY), Map.entry("其他", ComplaintChannel.OTHER));

    private static final Label WHO = new Label("谁说了什么", "Who said what");

    private static final Label HOW = new Label("轻重与归类", "How grave, and of what kind");

    private static final Label TIME = new Label("时间", "Times");

    private static final List<Target> TARGETS = List.of(
            Target.of("key", "投诉编号（外部）", "External key", "编号", "投诉编号", "工单号", "case", "ticket", "id", "key", "no")
                .needed()
                .under(WHO),
            Target
                .of("customer", "客户（编号或名称）", "Customer (number, key or name)", "客户", "客户编号", "客户名称", "customer",
                        "account", "company")
                .needed()
                .under(WHO),
            Target
                .of("contact", "联系人（姓名、电话或邮箱）", "Contact (name, phone or mail)", "联系人", "投诉人", "电话", "手机", "邮箱",
                        "contact", "phone", "email", "e-mail")
                .needed()
                .repeated()
                .under(WHO),
            Target
                .of("verbatim", "客户原话", "Customer's words", "原话", "投诉内容", "问题描述", "内容", "verbatim", "description",
                        "complaint", "text")
                .needed()
                .under(WHO),
            Target.of("subject", "主题", "Subject", "标题", "subject", "title").under(WHO),
            Target.of("channel", "渠道", "Channel", "来源", "channel", "source").under(WHO),
            Target.of("product", "产品", "Product", "设备", "product", "machine").under(WHO),
            Target.of("reference", "来源单据", "Source document", "单据号", "reference", "document").under(WHO),
            Target.of("kind", "类别（投诉、咨询…）", "Kind (complaint, question …)", "类别", "类型", "kind", "type").under(HOW),
            Target.of("impact", "影响（1–4）", "Impact (1–4)", "影响", "影响程度", "impact", "severity").under(HOW),
            Target.of("urgency", "紧急（1–4）", "Urgency (1–4)", "紧急", "紧急程度", "urgency", "priority").under(HOW),
            Target.of("publicity", "可能公开", "May become public", "公开", "publicity").under(HOW),
            Target.of("dimension", "质量维度", "Quality dimension", "维度", "dimension", "category").under(HOW),
            Target.of("flow", "主业务流", "Main flow", "流程", "业务流", "flow", "process").under(HOW),
            Target.of("owner", "负责人（登录名或姓名）", "Owner (user name or name)", "负责人", "处理人", "owner", "assignee")
                .under(HOW),
            Target
                .of("since", "客户提出时间", "When the customer came with it", "受理时间", "提出时间", "登记时间", "received", "opened",
                        "created", "date")
                .under(TIME),
            Target.of("answered", "首次答复时间", "First answered", "答复时间", "响应时间", "first response", "responded")
                .under(TIME),
            Target.of("occurredOn", "问题发生日期", "When it happened", "发生日期", "occurred", "happened on").under(TIME));

    private final TakingOverComplaints takingOver;

    private final Lookup lookup;

    private final CurrentActor current;

    private final ExternalKeys keys;

    LivingComplaintsKind(TakingOverComplaints takingOver, Lookup lookup, CurrentActor current, JdbcClient jdbc,
            Clock clock) {
        this.takingOver = takingOver;
        this.lookup = lookup;
        this.current = current;
        this.keys = new ExternalKeys(jdbc, clock, "complaint_key");
    }

    @Override
    public String code() {
        return "complaints";
    }

    @Override
    public Label label() {
        return new Label("未结投诉", "Open complaints");
    }

    @Override
    public Label about() {
        return new Label("每行一件尚未结束的投诉，导入后在这里继续处理。登记时间以服务器为准；客户此前已经等待的时间计入时限，不给客户发邮件。",
                "One complaint per row that is still open; it is led here from then on. It is filed by the clock of the "
                        + "server; what the customer has waited counts as used time, and no mail is sent to them.");
    }

    @Override
    public List<Target> targets() {
        return TARGETS;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.choice(
                        CLOCKS, "时限起算", "Clocks count from", "GIVEN", List.of(
                                new Setting.Choice("GIVEN",
                                        new Label("客户提出时间（没有则从导入起）",
                                                "when the customer came with it, else the import")),
                                new Setting.Choice("NOW", new Label("导入时", "the import")))));
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
    }

    @Override
    public Taking open(ImportPlan plan) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        return new Walk("NOW".equals(plan.setting(CLOCKS)));
    }

    /** One walk through a file. */
    private final class Walk extends KeyedTaking {

        private final boolean fromNow;

        private final Lookup.Memory memory = new Lookup.Memory();

        private Walk(boolean fromNow) {
            super(keys, TARGETS, "/complaints/", "verbatim");
            this.fromNow = fromNow;
        }

        @Override
        UUID add(RowReader row) {
            var since = row.moment("since");
            var answered = row.moment("answered");
            return takingOver.file(wish(row), fromNow ? null : since, fromNow ? null : answered).id();
        }

        @Override
        boolean correct(UUID record, RowReader row) {
            return takingOver.correct(new ComplaintId(record), wish(row));
        }

        private FileComplaint wish(RowReader row) {
            var customer = lookup.customer(row.required("customer"), memory);
            return new FileComplaint(
                    requireNonNullElse(row.word("kind", ComplaintKind.class, KINDS), ComplaintKind.COMPLAINT), customer,
                    lookup.contact(customer, row.row().all("contact")), row.text("subject"), row.required("verbatim"),
                    requireNonNullElse(row.word("channel", ComplaintChannel.class, CHANNELS), ComplaintChannel.OTHER),
                    row.day("occurredOn"), row.text("reference"), row.text("product"),
                    lookup.dimension(row.text("dimension")), row.word("flow", Flow.class, Map.of()),
                    requireNonNullElse(row.whole("impact", 1, 4), 3), requireNonNullElse(row.whole("urgency", 1, 4), 3),
                    row.yes("publicity"), lookup.owner(row.text("owner"), memory), false);
        }

    }

}
