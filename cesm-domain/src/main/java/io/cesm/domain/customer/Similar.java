package io.cesm.domain.customer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that may be the same as another.
 *
 * @param number its number, or the customer of a person
 * @param percent how likely, up to 100
 */
public record Similar(UUID id, String name, @Nullable String number, int percent, List<Reason> reasons) {

    /**
     * Why it may be the same; its sentence is the message
     * {@code duplicate.reason.<code>}.
     */
    public record Reason(String code, String detail) {
    }

}
