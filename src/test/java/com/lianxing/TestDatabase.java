package com.lianxing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private static final Path DATA =
            Path.of("target", "test-postgres-" + ProcessHandle.current().pid()).toAbsolutePath();
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

    /** Throws everybody out at once and lets them in again, as a restart of the server by its operator does. */
    public static void restart() {
        try {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(DATA.resolve("postmaster.pid")).get(0)))
                    .orElseThrow();
            Path programs = Path.of(postmaster.info().command().orElseThrow()).resolveSibling("pg_ctl");
            List<String> command = new ArrayList<>();
            if ("root".equals(System.getProperty("user.name"))) {
                // PostgreSQL refuses to be started by root: as in the embedded server, by nobody in particular.
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(programs.toString(), "restart", "-D", DATA.toString(), "-m", "fast", "-w"));
            Process restart = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            DATA.resolveSibling("test-postgres-restart.log").toFile())
                    .start();
            if (!restart.waitFor(60, TimeUnit.SECONDS) || restart.exitValue() != 0) {
                throw new IllegalStateException(
                        "the test database was not restarted: see target/test-postgres-restart.log");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(DATA)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("random_page_cost", "1.1")
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
