package io.cesm.web.once;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the first writing transaction of a request claim the request's key in its own
 * commit: either both are there after a crash, or neither.
 */
@Component
class Claims implements TransactionExecutionListener {

    private static final ThreadLocal<@Nullable Pending> PENDING = new ThreadLocal<>();

    private final OnceLedger ledger;

    Claims(@Lazy OnceLedger ledger) {
        this.ledger = ledger;
    }

    /** A key that waits for the first commit. */
    static final class Pending {

        final byte[] key;

        final byte[] request;

        boolean claimed;

        Pending(byte[] key, byte[] request) {
            this.key = key;
            this.request = request;
        }

    }

    static void begin(Pending pending) {
        PENDING.set(pending);
    }

    static void end() {
        PENDING.remove();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var pending = PENDING.get();
        if (failure != null || pending == null || pending.claimed || transaction.isReadOnly()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void beforeCommit(boolean readOnly) {
                if (!readOnly && !pending.claimed) {
                    ledger.claim(pending.key, pending.request);
                }
            }

            @Override
            public void afterCommit() {
                pending.claimed = true;
            }

        });
    }

}
