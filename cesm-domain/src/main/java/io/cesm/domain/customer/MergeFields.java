package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** The fields of records one by one, as texts, so that a merge can choose among them. */
final class MergeFields {

    private MergeFields() {
    }

    static Map<String, @Nullable String> of(CustomerDetails d) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("name", d.name());
        fields.put("nameEn", d.nameEn());
        fields.put("status", d.status().name());
        fields.put("parent", d.parent() == null ? null : d.parent().toString());
        fields.put("unit", d.unit() == null ? null : d.unit().toString());
        fields.put("industry", d.industry());
        fields.put("address", d.address());
        fields.put("website", d.website());
        fields.put("note", d.note());
        return fields;
    }

    static CustomerDetails customer(CustomerDetails base, Map<String, @Nullable String> f) {
        var parent = f.get("parent");
        var unit = f.get("unit");
        return new CustomerDetails(base.kind(), CustomerStatus.valueOf(must(f, "status")),
                parent == null ? null : CustomerId.of(parent), unit == null ? null : new UnitId(UUID.fromString(unit)),
                must(f, "name"), f.get("nameEn"), f.get("industry"), f.get("address"), f.get("website"), f.get("note"),
                base.externalKey());
    }

    static Map<String, @Nullable String> of(ContactDetails d) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("name", d.name());
        fields.put("nameEn", d.nameEn());
        fields.put("kind", d.kind().name());
        fields.put("title", d.title());
        fields.put("department", d.department());
        fields.put("decisionRole", d.decisionRole() == null ? null : d.decisionRole().name());
        fields.put("roleWeight", d.roleWeight().stripTrailingZeros().toPlainString());
        fields.put("influence", text(d.influence()));
        fields.put("attitude", text(d.attitude()));
        fields.put("language", d.language());
        fields.put("note", d.note());
        fields.put("active", String.valueOf(d.active()));
        return fields;
    }

    static ContactDetails contact(ContactDetails base, Map<String, @Nullable String> f) {
        var role = f.get("decisionRole");
        return new ContactDetails(ContactKind.valueOf(must(f, "kind")), must(f, "name"), f.get("nameEn"),
                f.get("title"), f.get("department"), role == null ? null : DecisionRole.valueOf(role),
                new BigDecimal(must(f, "roleWeight")), number(f.get("influence")), number(f.get("attitude")),
                f.get("language"), f.get("note"), Boolean.parseBoolean(f.get("active")), base.externalKey());
    }

    /** The fields of the one that stays, with some taken from the other. */
    static Map<String, @Nullable String> choose(Map<String, @Nullable String> stays, Map<String, @Nullable String> goes,
            Set<String> fromOther) {
        Map<String, @Nullable String> chosen = new LinkedHashMap<>(stays);
        fromOther.stream().filter(chosen::containsKey).forEach(field -> chosen.put(field, goes.get(field)));
        return chosen;
    }

    /** Takes back what a merge set, but only where nobody has changed it since. */
    static Map<String, @Nullable String> restore(Map<String, @Nullable String> now,
            Map<String, @Nullable String> before, Map<String, @Nullable String> merged) {
        Map<String, @Nullable String> restored = new LinkedHashMap<>(now);
        merged.forEach((field, value) -> {
            if (Objects.equals(now.get(field), value)) {
                restored.put(field, before.get(field));
            }
        });
        return restored;
    }

    private static String must(Map<String, @Nullable String> fields, String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

}
