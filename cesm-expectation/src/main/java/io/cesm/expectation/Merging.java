package io.cesm.expectation;

import io.cesm.domain.kernel.FieldRefusal;

/** Which expectations may live on in which. */
final class Merging {

    private Merging() {
    }

    static void check(Expectation from, Expectation into) {
        if (into.id().equals(from.id())) {
            throw new FieldRefusal("into", "expectation.merge.itself");
        }
        if (!into.customer().equals(from.customer())) {
            throw new FieldRefusal("into", "expectation.merge.other_customer");
        }
        if (!into.state().isOpen()) {
            throw new FieldRefusal("into", "expectation.merge.closed", into.state());
        }
    }

}
