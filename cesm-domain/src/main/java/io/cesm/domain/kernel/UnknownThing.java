package io.cesm.domain.kernel;

/**
 * There is no such thing – or it is not for the one who asks, which must look the same.
 */
public class UnknownThing extends RuntimeException {

    public UnknownThing() {
        super("unknown", null, false, false);
    }

}
