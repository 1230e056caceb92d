package io.cesm.domain.kernel;

/** Somebody else was faster: the version sent is no longer the one that is stored. */
public class StaleVersion extends RuntimeException {

    private final long sent;

    private final long current;

    public StaleVersion(long sent, long current) {
        super("sent " + sent + ", current " + current);
        this.sent = sent;
        this.current = current;
    }

    /**
     * Refuses a change made on an old version.
     * @param sent the version the person saw
     * @param current the version that is stored
     */
    public static void check(long sent, long current) {
        if (sent != current) {
            throw new StaleVersion(sent, current);
        }
    }

    public long sent() {
        return sent;
    }

    public long current() {
        return current;
    }

}
