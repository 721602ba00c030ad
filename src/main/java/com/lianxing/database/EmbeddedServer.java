package com.lianxing.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL server under the data directory, reachable on loopback only and by password only.
 *
 * <p>One application per data directory: a file lock says so. After {@code kill -9} of the application its postmaster
 * lives on; it is stopped here first, and PostgreSQL recovers by itself.
 */
class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STALE_STOP = Duration.ofSeconds(60);

    private final Secrets secrets;
    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;

    EmbeddedServer(Path dataDir, boolean durable) {
        try {
            Files.createDirectories(dataDir);
            this.lockFile = lock(dataDir);
            Path cluster = dataDir.resolve("postgres").toAbsolutePath();
            stopLeftOver(cluster);
            boolean fresh = !Files.exists(cluster.resolve("PG_VERSION"));
            this.secrets = Secrets.readOrCreate(dataDir.resolve("postgres.secrets"), fresh);
            String sync = durable ? "on" : "off";
            this.postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setConnectConfig("password", secrets.superuser())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", sync)
                    .setServerConfig("synchronous_commit", sync)
                    .setServerConfig("full_page_writes", sync)
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("log_timezone", "UTC")
                    .setServerConfig("max_connections", "150")
                    // As on a solid-state disk; 4, the default, has counts read whole tables (ADR 0015).
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .start();
            closeToStrangers(cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes sure that the database exists, owned by {@code lianxing_owner} and open to {@code lianxing_app}. */
    void createDatabase(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            createRole(statement, "lianxing_owner", secrets.owner());
            createRole(statement, "lianxing_app", secrets.app());
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name + " owner lianxing_owner encoding 'UTF8' template template0");
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to lianxing_app");
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database " + name + " could not be created", e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database
                + "?tcpKeepAlive=true&socketTimeout=60&ApplicationName=lianxing";
    }

    Secrets secrets() {
        return secrets;
    }

    DataSource superuser(String database) {
        return postgres.getDatabase("postgres", database);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lockFile.close();
        LOG.info("PostgreSQL stopped");
    }

    private static FileChannel lock(Path dataDir) throws IOException {
        FileChannel channel =
                FileChannel.open(dataDir.resolve("lianxing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused(
                    "Another Lianxing already runs on the data directory " + dataDir.toAbsolutePath() + ".",
                    "Stop it first, or start this one with another lianxing.data-dir.");
        }
        return channel;
    }

    /** The postmaster of an application that was killed: ours by its data directory, so it may be stopped. */
    private static void stopLeftOver(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2) {
            return;
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        if (process == null || !process.isAlive()) {
            return;
        }
        String command = process.info().commandLine().orElse("");
        if (!command.contains("postgres")) {
            return; // The number was given to another program since; PostgreSQL sees that itself.
        }
        if (!Path.of(lines.get(1).strip()).equals(cluster) || !command.contains(cluster.toString())) {
            throw new StartRefused(
                    "A PostgreSQL server that Lianxing did not start (process " + process.pid() + ") uses " + cluster
                            + ".",
                    "Stop that server, or start Lianxing with another lianxing.data-dir.");
        }
        LOG.info("Stopping the PostgreSQL server that an ended run left behind (process {})", process.pid());
        process.destroy();
        try {
            process.onExit().get(STALE_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused(
                    "The PostgreSQL server left behind by an ended run (process " + process.pid() + ") does not stop.",
                    "End that process, then start again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping PostgreSQL", e);
        }
    }

    /** initdb leaves every door on loopback open; from here on each connection needs a password. */
    private void closeToStrangers(Path cluster) throws IOException {
        Path rules = cluster.resolve("pg_hba.conf");
        String closed = "# written by Lianxing: loopback only, by password only\n"
                + "host all all 127.0.0.1/32 scram-sha-256\n"
                + "host all all ::1/128 scram-sha-256\n";
        if (Files.readString(rules).equals(closed)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.superuser() + "'");
            Files.writeString(rules, closed);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded server could not be closed to strangers", e);
        }
    }

    private static void createRole(Statement statement, String role, String password) throws SQLException {
        boolean missing;
        try (var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            missing = !found.next();
        }
        if (missing) {
            statement.execute("create role " + role + " login");
        }
        statement.execute("alter role " + role + " password '" + password + "'");
    }
}
