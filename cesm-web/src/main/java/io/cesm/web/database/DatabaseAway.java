package io.cesm.web.database;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether something failed because the database does not answer or has no
 * connection left: nothing is wrong with the program, and trying again soon helps.
 */
public final class DatabaseAway {

    private static final int DEEPEST = 20;

    private DatabaseAway() {
    }

    public static boolean isWhy(Throwable failure) {
        return reason(failure) != null;
    }

    /** The sentence of the driver or the pool, null if it is something else. */
    public static @Nullable String reason(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof ConnectException
                    || (cause instanceof SQLException sql && isLoss(sql.getSQLState()))) {
                return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            }
        }
        return null;
    }

    private static boolean isLoss(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

}
