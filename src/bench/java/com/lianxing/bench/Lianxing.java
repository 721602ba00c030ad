package com.lianxing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ours: the packaged jar with its demo company, one of whose projects waits for an approval. */
class Lianxing implements Candidate {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Program program;

    Lianxing(Path target, Path work) throws IOException, InterruptedException {
        data = work.resolve("lianxing");
        program = new Program(
                work.resolve("lianxing.log"),
                List.of("-jar", packaged(target).toString()),
                List.of("--lianxing.data-dir=" + data));
    }

    @Override
    public List<String> groups() {
        return List.of("project-manager", "operations", "advertising");
    }

    @Override
    public Connection database() throws SQLException {
        try {
            String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            Properties secrets = new Properties();
            try (var reader = Files.newBufferedReader(data.resolve("postgres.secrets"))) {
                secrets.load(reader);
            }
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/lianxing_demo",
                    "postgres",
                    secrets.getProperty("superuser"));
        } catch (IOException e) {
            throw new IllegalStateException("the data directory cannot be read", e);
        }
    }

    @Override
    public Browser signedIn() throws IOException, InterruptedException {
        Browser browser = program.browser();
        Matcher csrf = CSRF.matcher(browser.get("/login"));
        if (!csrf.find()) {
            throw new IllegalStateException("the login page has no form");
        }
        browser.postForm("/login", "username", PERSON, "password", "lianxing-demo", "_csrf", csrf.group(1));
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }

    private static Path packaged(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "lianxing-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("no packaged jar in " + target + ": run mvn package first");
    }
}
