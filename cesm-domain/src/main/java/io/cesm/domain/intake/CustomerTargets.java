package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.intake.Setting.Choice;
import io.cesm.domain.intake.Setting.Type;

/** What the columns of a list of customers and their people can hold. */
final class CustomerTargets {

    private static final Label HOUSE = new Label("客户", "Customer");

    private static final Label PERSON = new Label("联系人", "Contact person");

    static final List<Target> ALL = all();

    static final List<Setting> SETTINGS = List.of(
            Setting.choice("phoneCountry", "没有国家码的电话属于", "Numbers without a country code are in", "CN",
                    List.of(choice("CN", "中国大陆 +86", "Mainland China +86"), choice("HK", "香港 +852", "Hong Kong +852"),
                            choice("TW", "台湾 +886", "Taiwan +886"), choice("SG", "新加坡 +65", "Singapore +65"),
                            choice("JP", "日本 +81", "Japan +81"), choice("KR", "韩国 +82", "South Korea +82"),
                            choice("DE", "德国 +49", "Germany +49"), choice("GB", "英国 +44", "United Kingdom +44"),
                            choice("US", "美国、加拿大 +1", "United States and Canada +1"))),
            Setting.of("phoneArea", Type.TEXT, "没有区号的电话属于区号", "Area code of numbers without one", null));

    private CustomerTargets() {
    }

    private static Choice choice(String code, String zh, String en) {
        return new Choice(code, new Label(zh, en));
    }

    private static List<Target> all() {
        List<Target> all = new ArrayList<>();
        all.add(Target.of("key", "外部编号", "External key", "客户编号", "客户编码", "编号", "id", "customer id", "customer no",
                "customer number", "account id", "account number", "erp", "code", "no"));
        all.add(Target
            .of("name", "客户名称", "Customer name", "客户", "名称", "公司", "公司名称", "企业名称", "单位", "单位名称", "company",
                    "company name", "account name", "account", "organisation", "organization", "site name", "name")
            .needed());
        all.add(Target.of("nameEn", "英文名称", "English name", "客户英文名", "英文名", "name en"));
        all.add(Target.of("formerName", "曾用名", "Former name", "原名", "旧名", "also known as", "previous name").repeated());
        all.add(Target.of("kind", "层级", "Level", "客户层级", "集团/公司/项目", "hierarchy level", "level kind"));
        all.add(Target.of("status", "客户状态", "Status", "状态", "customer status"));
        all.add(Target.of("parent", "上级客户（编号）", "Customer above (key)", "上级", "上级编号", "母公司", "所属集团", "parent",
                "parent id", "parent account"));
        all.add(Target.of("unit", "负责部门", "Unit in charge", "部门", "区域", "大区", "办事处", "region", "office", "unit"));
        all.add(Target.of("tier", "客户等级", "Tier", "等级", "级别", "分级", "customer tier", "class"));
        all.add(Target.of("valueBasis", "分级依据", "Basis of the tier", "value basis"));
        all.add(Target.of("annualValue", "年价值", "Annual value", "年销售额", "年采购额", "annual revenue", "revenue"));
        all.add(Target.of("currency", "币种", "Currency", "货币"));
        all.add(Target.of("industry", "行业", "Industry", "所属行业", "sector"));
        all.add(Target
            .of("address", "地址", "Address", "详细地址", "street", "city", "城市", "省份", "zip", "邮编", "postcode",
                    "neighborhood")
            .repeated());
        all.add(Target.of("website", "网站", "Website", "网址", "官网", "url", "homepage"));
        all.add(Target.of("note", "备注", "Note", "说明", "notes", "remark", "comment", "description").repeated());
        all.add(Target.of("ar", "AR（客户关系）", "AR (relationship owner)", "客户经理", "account manager"));
        all.add(Target.of("sr", "SR（方案）", "SR (solution owner)", "方案经理", "solution manager"));
        all.add(Target.of("fr", "FR（交付）", "FR (delivery owner)", "交付经理", "delivery manager"));
        all.add(Target.of("csr", "CSR（满意度专员）", "CSR", "满意度专员"));
        all.add(Target.of("housePhone", "总机", "Switchboard", "公司电话", "总机电话", "main phone", "office phone", "front desk")
            .repeated());
        all.add(Target.of("houseMail", "公司邮箱", "Company mail address", "info mail", "general email").repeated());
        all.replaceAll(it -> it.under(HOUSE));
        all.addAll(person());
        return List.copyOf(all);
    }

    private static List<Target> person() {
        List<Target> all = new ArrayList<>();
        all.add(Target.of("contactKey", "联系人编号", "Contact key", "contact id", "person id"));
        all.add(Target.of("contactName", "联系人", "Contact name", "联系人姓名", "姓名", "contact", "contact person", "full name",
                "executive director", "center director", "director"));
        all.add(Target.of("contactNameEn", "联系人英文名", "Contact's English name"));
        all.add(Target.of("title", "职务", "Job title", "职位", "岗位", "title", "position"));
        all.add(Target.of("department", "所在部门", "Department", "联系人部门"));
        all.add(Target.of("role", "决策角色", "Decision role", "角色", "role"));
        all.add(Target.of("weight", "角色权重", "Role weight", "权重", "weight"));
        all.add(Target.of("influence", "影响力", "Influence", "影响力1-5"));
        all.add(Target.of("language", "语言", "Language", "preferred language"));
        all.add(Target.of("contactKind", "联系人类别", "Kind of contact", "contact kind"));
        all.add(Target
            .of("phone", "电话", "Phone", "手机", "手机号", "联系电话", "移动电话", "座机", "固定电话", "telephone", "tel", "mobile", "cell",
                    "cell phone", "phone number")
            .repeated());
        all.add(Target.of("fax", "传真", "Fax", "传真号", "fax number").repeated());
        all.add(Target
            .of("mail", "邮箱", "Mail address", "电子邮箱", "电子邮件", "邮件", "email", "e-mail", "email address", "mail")
            .repeated());
        all.add(Target.of("wecom", "企业微信", "WeCom", "微信", "微信号", "wechat").repeated());
        all.add(Target.of("contactFormerName", "联系人曾用名", "Contact's former name").repeated());
        all.add(Target.of("contactNote", "联系人备注", "Note on the contact"));
        all.replaceAll(it -> it.under(PERSON));
        return all;
    }

}
