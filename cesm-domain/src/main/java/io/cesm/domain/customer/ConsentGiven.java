package io.cesm.domain.customer;

import java.time.Instant;

import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A person said yes or no to a purpose.
 *
 * @param textVersion the wording they were shown
 * @param channel how they said it, such as "phone" or "form"
 */
public record ConsentGiven(ConsentPurpose purpose, boolean given, @Nullable String textVersion,
        @Nullable String channel, Instant at) {

    public ConsentGiven {
        textVersion = Texts.optional(textVersion, 60, "textVersion");
        channel = Texts.optional(channel, 40, "channel");
    }

}
