package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;

/**
 * A service event as another system tells it.
 *
 * @param key what makes it one event, such as the number of the case
 * @param customer number, key of another system or name
 * @param contact mail address, phone, WeCom id, key of another system or name
 * @param about what the survey may mention: case, product, date, flow, touch_point
 */
public record TellEvent(ServiceEvent event, String key, String customer, String contact, @Nullable Instant happenedAt,
        Map<String, String> about) {

    private static final Set<String> NAMES = Set.of("case", "product", "date", "flow", "touch_point");

    public TellEvent {
        key = Texts.required(key, 100, "key");
        customer = Texts.required(customer, 200, "customer");
        contact = Texts.required(contact, 254, "contact");
        about = Map.copyOf(about);
        about.forEach((name, value) -> {
            if (!NAMES.contains(name) || value.length() > 120) {
                throw new FieldRefusal("about", "fielding.event_about", String.join(", ", NAMES));
            }
        });
    }

    ServiceFact of(CustomerId whose, ContactId who) {
        return new ServiceFact(event, key, whose, who, happenedAt, about);
    }

}
