package io.cesm.web.once;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * A request that is to act once, while it is carried out: how many of its transactions
 * are committed, and which one is running.
 */
final class OnceRequest {

    private static final ThreadLocal<@Nullable OnceRequest> CURRENT = new ThreadLocal<>();

    private final OnceKey key;

    private final OnceLedger ledger;

    /** Whether an earlier try may have done part of the work. */
    private final boolean resumed;

    private int committed;

    private boolean acted;

    private boolean overtaken;

    private @Nullable Step running;

    OnceRequest(OnceKey key, OnceLedger ledger, boolean resumed) {
        this.key = key;
        this.ledger = ledger;
        this.resumed = resumed;
    }

    /**
     * One transaction of the request; what it returned is known shortly before its
     * commit.
     */
    static final class Step {

        private final String call;

        private @Nullable Object result;

        private boolean begun;

        Step(String call) {
            this.call = call;
        }

        void returns(@Nullable Object value) {
            result = value;
        }

    }

    @FunctionalInterface
    interface Work {

        @Nullable Object carryOut() throws Throwable;

    }

    static @Nullable OnceRequest current() {
        return CURRENT.get();
    }

    void begin() {
        CURRENT.set(this);
    }

    void end() {
        CURRENT.remove();
    }

    boolean hasActed() {
        return acted;
    }

    boolean wasOvertaken() {
        return overtaken;
    }

    boolean isResumed() {
        return resumed;
    }

    @Nullable Step running() {
        return running;
    }

    /** Carries out a step, or says what it said before. */
    @Nullable Object step(String call, Type returned, Work work) throws Throwable {
        if (resumed) {
            var before = ledger.step(stepKey());
            if (before != null && before.call().equals(call)) {
                committed++;
                return before.result(key, returned);
            }
        }
        running = new Step(call);
        try {
            return work.carryOut();
        }
        finally {
            running = null;
        }
    }

    /**
     * True once for each step: for its own transaction, not for those it starts aside.
     */
    boolean begins() {
        if (running == null || running.begun) {
            return false;
        }
        running.begun = true;
        return true;
    }

    /** Claims the step in the transaction that is about to commit. */
    void claim() {
        var step = running;
        if (step == null || ledger.claim(stepKey(), key, step.call, step.result)) {
            return;
        }
        overtaken = true;
        throw new DoneBefore();
    }

    void committed() {
        committed++;
        acted = true;
    }

    /** The first step carries the key itself, by which the request is found. */
    private byte[] stepKey() {
        return committed == 0 ? key.digest()
                : OnceKey.sha256(key.digest(), ByteBuffer.allocate(Integer.BYTES).putInt(committed).array());
    }

}
