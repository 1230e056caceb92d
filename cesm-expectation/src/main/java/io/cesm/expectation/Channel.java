package io.cesm.expectation;

import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/** How something was said between the customer and us. */
public enum Channel {

    VISIT, MEETING, PHONE, EMAIL, WECOM, SURVEY, EVENT, OTHER,
    /** The customer's own click on a link we sent; nobody can choose it by hand. */
    LINK;

    /** The channels a person may record. */
    public static final List<Channel> SPOKEN = List.of(VISIT, MEETING, PHONE, EMAIL, WECOM, SURVEY, EVENT, OTHER);

    static Channel spoken(@Nullable Channel channel, String field) {
        if (channel == null) {
            throw new FieldRefusal(field, "choice.required");
        }
        if (channel == LINK) {
            throw new FieldRefusal(field, "expectation.channel.link_is_the_customers");
        }
        return channel;
    }

}
