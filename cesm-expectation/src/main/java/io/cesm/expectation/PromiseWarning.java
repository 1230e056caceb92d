package io.cesm.expectation;

import org.springframework.context.MessageSourceResolvable;

/**
 * Why a promise may be more than we can keep.
 *
 * @param limit what the service standard says
 * @param found what the promise, the customer or the owner would come to
 */
public record PromiseWarning(Kind kind, String limit, String found) implements MessageSourceResolvable {

    /** What is too much. */
    public enum Kind {

        /** Earlier than the shortest time customers of this tier are promised. */
        TOO_SOON,
        /** A higher level than the standard of the tier. */
        ABOVE_STANDARD,
        /** The customer already has as many open promises as the standard allows. */
        CUSTOMER_FULL,
        /**
         * The owner already has as many promises around that day as the standard allows.
         */
        OWNER_FULL

    }

    @Override
    public String[] getCodes() {
        return new String[] { "PromiseWarning." + kind };
    }

    @Override
    public Object[] getArguments() {
        return new Object[] { limit, found };
    }

}
