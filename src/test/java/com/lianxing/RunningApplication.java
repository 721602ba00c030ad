package com.lianxing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged jar in a process of its own, as an operator runs it. */
public final class RunningApplication implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started LianxingApplication in ([0-9.]+) seconds");

    private final Process process;
    private final long launchedAt;
    private final Path log;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private RunningApplication(Process process, Path log) {
        this.process = process;
        this.launchedAt = System.nanoTime();
        this.log = log;
    }

    /** Starts the jar and comes back at once; {@link #awaitReady} waits. */
    public static RunningApplication launch(String name, String... arguments) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "run-logs")), name + "-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx768m",
                    // As spring-boot:run starts it, the README's command.
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.timezone=" + System.getProperty("user.timezone", "UTC"),
                    "-jar",
                    jar().toString(),
                    "--server.port=0"));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            return new RunningApplication(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("lianxing-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("target/lianxing-*.jar is missing: run mvn verify"));
        }
    }

    /** Waits until the application says that it is ready. */
    public RunningApplication awaitReady() {
        if (!await(READY)) {
            throw new AssertionError("not ready within " + START + ":\n" + log());
        }
        return this;
    }

    /** Waits as {@link #awaitReady} does, and until its readiness is UP; answers the time since the process was made. */
    public Duration timeToReady() {
        awaitReady();
        try {
            HttpResponse<String> health = send("GET", "/actuator/health/readiness", "nobody", "", "");
            if (health.statusCode() != 200) {
                throw new AssertionError("started and not ready: " + health.body());
            }
            return Duration.ofNanos(System.nanoTime() - launchedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has used of all processors together; the database's own processes are not in it. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until the process ended or the text was logged; false if neither comes in time. */
    public boolean await(Pattern text) {
        return await(() -> text.matcher(log()).find());
    }

    /** The same for anything that the application brings about. */
    public boolean await(BooleanSupplier happened) {
        long until = System.nanoTime() + START.toNanos();
        try {
            while (System.nanoTime() < until) {
                if (happened.getAsBoolean()) {
                    return true;
                }
                if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    return happened.getAsBoolean();
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        Matcher matcher = PORT.matcher(log());
        if (!matcher.find()) {
            throw new IllegalStateException("no port in the log yet");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** A call with HTTP Basic. */
    public HttpResponse<String> send(String method, String path, String user, String password, String json)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, and the exit code. */
    public int terminate() {
        process.destroy();
        return awaitEnd();
    }

    /** SIGKILL: what a power cut does to the process. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    public int awaitEnd() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError("does not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }
}
