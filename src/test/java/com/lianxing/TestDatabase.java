package com.lianxing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL server of the suite, with the two roles of production. Not durable: a test whose name promises
 * durability runs the packaged application instead.
 */
public final class TestDatabase {

    public static final String OWNER = "lianxing_owner";
    public static final String APP = "lianxing_app";

    private static final String PASSWORD = "test";
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** An empty database of that name, owned and opened as in production. */
    public static String create(String database) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database + " owner " + OWNER + " template template0");
            statement.execute("grant connect on database " + database + " to " + APP);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(database);
    }

    public static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
    }

    public static String password() {
        return PASSWORD;
    }

    /** Connects without a pool, as the given role. */
    public static DataSource as(String role, String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database));
        dataSource.setUser(role);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    /** The server's superuser: for tampering that no role of ours may do. */
    public static DataSource asSuperuser(String database) {
        return SERVER.getDatabase("postgres", database);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(Path.of(
                            "target", "test-postgres-" + ProcessHandle.current().pid()))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
                statement.execute("create role " + APP + " login password '" + PASSWORD + "'");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
