package com.lianxing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * One node at a time goes through its start: schema, engine, administrator, grants, filters, first deployment, seeds.
 * A session-level advisory lock of the database, so a node that dies while starting lets the next one in.
 */
class StartLock implements DisposableBean {

    private static final long KEY = 0x4C69616E78696E67L; // "Lianxing"

    private final DataSource dataSource;
    private @Nullable Connection connection;

    StartLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits until no other node is starting. */
    synchronized void acquire() {
        if (connection != null) {
            return;
        }
        try {
            Connection opened = dataSource.getConnection();
            connection = opened;
            opened.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = opened.createStatement()) {
                statement.execute("select pg_advisory_lock(" + KEY + ")");
            }
        } catch (SQLException e) {
            destroy();
            throw new IllegalStateException("the start lock could not be taken", e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        destroy();
    }

    @Override
    public synchronized void destroy() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                throw new IllegalStateException("the start lock could not be given back", e);
            }
        }
    }
}
