package com.lianxing.process.engine;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a lost database from a mistake: whether what a person just sent was saved is then not known. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** Whether a connection that broke, or could not be had, is behind it. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && isAway(sql)) {
                return true;
            }
            // A rollback over the broken connection fails too, and hides what failed first.
            if (e instanceof TransactionSystemException rollback && isCauseOf(rollback.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        boolean broken = state != null && (state.startsWith("08") || state.startsWith("57P"));
        // The pool waited in vain for a connection, or has taken a broken one back.
        return broken || e instanceof SQLTransientConnectionException || "Connection is closed".equals(e.getMessage());
    }
}
