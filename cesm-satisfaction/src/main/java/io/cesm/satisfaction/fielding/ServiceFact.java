package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.util.Map;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A service event with the person it is about, who is one of that customer.
 *
 * @param key what makes it one event, such as the number of the case
 * @param about what the survey may mention: case, product, date, flow, touch_point
 */
public record ServiceFact(ServiceEvent event, String key, CustomerId customer, ContactId contact,
        @Nullable Instant happenedAt, Map<String, String> about) {

    public ServiceFact {
        about = Map.copyOf(about);
    }

    /** A case and a delivery may carry the same number. */
    String wholeKey() {
        return event.name() + ":" + key;
    }

}
