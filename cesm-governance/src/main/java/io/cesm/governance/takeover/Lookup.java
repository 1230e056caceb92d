package io.cesm.governance.takeover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.cesm.domain.customer.ContactByText;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.intake.CustomerByText;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the customers, people, colleagues and dimensions that rows name. */
@Component
class Lookup {

    private final CustomerByText customers;

    private final ContactByText contacts;

    private final StaffBook staff;

    private final DimensionBook dimensions;

    Lookup(CustomerByText customers, ContactByText contacts, StaffBook staff, DimensionBook dimensions) {
        this.customers = customers;
        this.contacts = contacts;
        this.staff = staff;
        this.dimensions = dimensions;
    }

    /** What was found in one walk through a file. */
    static final class Memory {

        private final Map<String, CustomerId> customers = new HashMap<>();

        private final Map<String, StaffId> staff = new HashMap<>();

    }

    CustomerId customer(String text, Memory memory) {
        var known = memory.customers.get(text);
        if (known != null) {
            return known;
        }
        var found = at("customer", () -> customers.require(text));
        memory.customers.put(text, found);
        return found;
    }

    ContactId contact(CustomerId customer, List<String> texts) {
        if (texts.isEmpty()) {
            throw new FieldRefusal("contact", "text.required");
        }
        return at("contact", () -> contacts.require(customer, texts));
    }

    @Nullable String dimension(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var key = NameKey.of(text);
        return dimensions.active()
            .stream()
            .filter(it -> it.code().equalsIgnoreCase(text.strip()) || NameKey.of(it.name()).equals(key)
                    || NameKey.of(it.nameEn()).equals(key))
            .findFirst()
            .map(it -> it.code())
            .orElseThrow(() -> new FieldRefusal("dimension", "word.unknown", text));
    }

    @Nullable StaffId owner(@Nullable String text, Memory memory) {
        if (text == null) {
            return null;
        }
        var known = memory.staff.get(text);
        if (known != null) {
            return known;
        }
        var fitting = staff.suggest(text, 50)
            .stream()
            .filter(it -> it.login().equalsIgnoreCase(text.strip()) || it.name().equals(text.strip())
                    || text.strip().equalsIgnoreCase(it.person().nameEn()))
            .toList();
        if (fitting.size() != 1) {
            throw new FieldRefusal("owner", fitting.isEmpty() ? "takeover.owner_unknown" : "takeover.owner_ambiguous",
                    text);
        }
        memory.staff.put(text, fitting.getFirst().id());
        return fitting.getFirst().id();
    }

    private static <T> T at(String field, Supplier<T> search) {
        try {
            return search.get();
        }
        catch (Refusal refusal) {
            throw new FieldRefusal(field, refusal.code(), refusal.args().toArray());
        }
    }

}
