package com.lianxing.process.engine.http;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text that the database cannot hold, such as a NUL character, in some place that checks nothing before it asks. */
final class Unstorable {

    /** PostgreSQL's states for a character that is not of its encoding. */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private Unstorable() {}

    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
