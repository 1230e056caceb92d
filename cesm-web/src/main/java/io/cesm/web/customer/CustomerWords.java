package io.cesm.web.customer;

import java.util.Map;
import java.util.Set;

import io.cesm.web.layout.FieldWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes customers, their people and the settings for them keep. */
@Component
class CustomerWords implements FieldWords {

    private static final Map<String, String> GROUPS = Map.ofEntries(Map.entry("decisionRole", "DecisionRole."),
            Map.entry("purpose", "ConsentPurpose."), Map.entry("role", "Role."), Map.entry("ownerRole", "Role."),
            Map.entry("CUSTOMER.kind", "CustomerKind."), Map.entry("CUSTOMER.status", "CustomerStatus."),
            Map.entry("CONTACT.kind", "ContactKind."), Map.entry("CONTACT.language", "contact.language."),
            Map.entry("CONTACT.active", "Applies."), Map.entry("tier", "Tier."));

    @Override
    public Set<String> types() {
        return Set.of("CUSTOMER", "CONTACT", "SETTING");
    }

    @Override
    public @Nullable String group(String type, String field) {
        return GROUPS.getOrDefault(type + "." + field, GROUPS.get(field));
    }

}
