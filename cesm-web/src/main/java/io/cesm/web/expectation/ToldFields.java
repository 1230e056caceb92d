package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import io.cesm.expectation.Channel;
import io.cesm.expectation.Told;
import org.jspecify.annotations.Nullable;

/**
 * Puts together how the customer was told, once validation has seen that nothing is
 * missing.
 */
final class ToldFields {

    private ToldFields() {
    }

    static Told told(@Nullable LocalDate on, @Nullable String by, @Nullable String contact, @Nullable Channel channel) {
        return new Told(requireNonNull(on), requireNonNull(Ids.staff(by)), requireNonNull(Ids.contact(contact)),
                requireNonNull(channel));
    }

}
