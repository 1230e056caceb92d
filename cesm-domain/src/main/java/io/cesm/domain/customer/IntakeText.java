package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the words files use for kinds, states and roles, in Chinese and English. */
final class IntakeText {

    private static final Map<String, CustomerKind> KINDS = Map.of("集团", CustomerKind.GROUP, "公司", CustomerKind.COMPANY,
            "企业", CustomerKind.COMPANY, "工厂", CustomerKind.SITE, "站点", CustomerKind.SITE, "项目", CustomerKind.SITE, "现场",
            CustomerKind.SITE, "project", CustomerKind.SITE, "account", CustomerKind.COMPANY);

    private static final Map<String, CustomerStatus> STATES = Map.of("客户", CustomerStatus.CUSTOMER, "现有客户",
            CustomerStatus.CUSTOMER, "active", CustomerStatus.CUSTOMER, "潜在", CustomerStatus.PROSPECT, "潜在客户",
            CustomerStatus.PROSPECT, "流失", CustomerStatus.LOST, "流失客户", CustomerStatus.LOST, "former",
            CustomerStatus.LOST);

    private static final Map<String, ContactKind> PEOPLE = Map.of("客户", ContactKind.CUSTOMER, "现有客户",
            ContactKind.CUSTOMER, "潜在", ContactKind.PROSPECT, "潜在客户", ContactKind.PROSPECT, "流失", ContactKind.LOST,
            "流失客户", ContactKind.LOST, "非用户", ContactKind.NON_USER, "non-user", ContactKind.NON_USER);

    private static final Map<String, DecisionRole> ROLES = Map.ofEntries(Map.entry("决策者", DecisionRole.DECISION_MAKER),
            Map.entry("决策人", DecisionRole.DECISION_MAKER), Map.entry("decision maker", DecisionRole.DECISION_MAKER),
            Map.entry("影响者", DecisionRole.INFLUENCER), Map.entry("采购", DecisionRole.BUYER),
            Map.entry("采购者", DecisionRole.BUYER), Map.entry("purchaser", DecisionRole.BUYER),
            Map.entry("使用者", DecisionRole.USER), Map.entry("用户", DecisionRole.USER),
            Map.entry("把关者", DecisionRole.GATEKEEPER), Map.entry("守门人", DecisionRole.GATEKEEPER));

    private IntakeText() {
    }

    static @Nullable CustomerKind kind(@Nullable String text) {
        return read(text, CustomerKind.class, KINDS, "kind");
    }

    static @Nullable CustomerStatus status(@Nullable String text) {
        var status = read(text, CustomerStatus.class, STATES, "status");
        if (status == CustomerStatus.MERGED) {
            throw new FieldRefusal("status", "customer.status_by_merge_only");
        }
        return status;
    }

    static @Nullable ContactKind person(@Nullable String text) {
        return read(text, ContactKind.class, PEOPLE, "kind");
    }

    static @Nullable DecisionRole role(@Nullable String text) {
        return read(text, DecisionRole.class, ROLES, "decisionRole");
    }

    /** A tier: 1 to 4, also written as T1, Tier 1, 一级 or A to D. */
    static @Nullable Integer tier(@Nullable String text) {
        var clean = Texts.optional(text, 40, "tier");
        if (clean == null) {
            return null;
        }
        var folded = PointText.fold(clean).replace("tier", "").replaceAll("[\\s级类客户t.]", "");
        int at = switch (folded) {
            case "1", "一", "a", "战略" -> 1;
            case "2", "二", "b", "重点" -> 2;
            case "3", "三", "c", "普通", "一般" -> 3;
            case "4", "四", "d", "长尾" -> 4;
            default -> throw new FieldRefusal("tier", "tier.range");
        };
        return at;
    }

    static @Nullable BigDecimal number(@Nullable String text, String field) {
        var clean = Texts.optional(text, 40, field);
        if (clean == null) {
            return null;
        }
        try {
            return new BigDecimal(PointText.fold(clean).replaceAll("[,\\s¥￥$€]", ""));
        }
        catch (NumberFormatException ex) {
            throw new FieldRefusal(field, "number.invalid", clean);
        }
    }

    /** The values of cells that may each hold several. */
    static List<String> several(List<String> cells) {
        List<String> values = new ArrayList<>();
        for (var cell : cells) {
            Arrays.stream(Texts.clean(cell).split("[;；、\\n|]|,(?!\\d{3}\\b)|，|(?<=\\d{7})/|\\s/\\s"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(values::add);
        }
        return values;
    }

    private static <E extends Enum<E>> @Nullable E read(@Nullable String text, Class<E> type, Map<String, E> words,
            String field) {
        var clean = Texts.optional(text, 60, field);
        if (clean == null) {
            return null;
        }
        var folded = PointText.fold(clean);
        var known = words.get(folded);
        if (known != null) {
            return known;
        }
        var code = folded.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
            .filter(it -> it.name().equals(code))
            .findFirst()
            .orElseThrow(() -> new FieldRefusal(field, "word.unknown", clean));
    }

}
