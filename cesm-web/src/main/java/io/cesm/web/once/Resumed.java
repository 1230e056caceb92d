package io.cesm.web.once;

/**
 * Whether the running request goes on where its first try died. A controller that judges
 * the record before it calls the use case must then let it pass: the record may be in the
 * state the first try left.
 */
public final class Resumed {

    private Resumed() {
    }

    public static boolean now() {
        var request = OnceRequest.current();
        return request != null && request.isResumed();
    }

}
