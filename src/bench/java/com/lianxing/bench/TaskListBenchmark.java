package com.lianxing.bench;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long Tasklist waits for a page of tasks and their number, of 100,000 open ones spread over twenty groups, for
 * somebody in three of them: Lianxing first, then the stock starter, never both at once.
 */
public final class TaskListBenchmark {

    static final String MY_GROUPS = "My groups";
    static final String ALL = "All";

    private static final int GROUPS = 20;
    private static final int WARM_UP = 20;
    private static final int REQUESTS = 200;

    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    private final StringBuilder settings = new StringBuilder();

    private final int tasks;

    private TaskListBenchmark(int tasks) {
        this.tasks = tasks;
    }

    /** Takes the directory in which the packaged jar is found and in which it may write, and the number of tasks. */
    public static void main(String[] arguments) throws Exception {
        // The database's own log lines, which are not what was asked for.
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path target = Path.of(arguments[0]).toRealPath();
        new TaskListBenchmark(Integer.parseInt(arguments[1]))
                .run(target, Files.createTempDirectory(target.resolve("bench"), "run"));
    }

    private void run(Path target, Path work) throws Exception {
        List<Times> ours;
        try (Candidate lianxing = new Lianxing(target, work)) {
            load(lianxing, "Lianxing");
            ours = measure(lianxing, WARM_UP, REQUESTS);
        }
        List<Times> stock;
        try (Candidate starter = new StockStarter(work)) {
            load(starter, "stock");
            stock = measure(starter, 0, 1);
        }
        print(ours, stock);
        delete(work);
    }

    private void load(Candidate candidate, String name) throws IOException, SQLException {
        System.out.println(name + " has started; its tasks are loaded, then measured");
        try (Connection database = candidate.database();
                Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(resource("/clone-task.sql"));
            String task = text(statement, "select min(id_) from act_ru_task where task_def_key_ = 'userTask_decide'");
            try (var clone = database.prepareStatement("select pg_temp.clone_task(?, ?, ?)")) {
                clone.setString(1, task);
                clone.setInt(2, tasks);
                clone.setArray(3, database.createArrayOf("text", groups(candidate)));
                clone.execute();
            }
            statement.execute("vacuum analyze");
            settings.append("- %s: PostgreSQL %s, %s tasks, %s grants\n"
                    .formatted(
                            name,
                            text(statement, "show server_version"),
                            text(statement, "select count(*) from act_ru_task"),
                            text(statement, "select count(*) from act_ru_authorization")));
        }
    }

    private static String[] groups(Candidate candidate) {
        Stream<String> others = IntStream.range(0, GROUPS).mapToObj(n -> "other" + n);
        return Stream.concat(candidate.groups().stream(), others).limit(GROUPS).toArray(String[]::new);
    }

    private List<Times> measure(Candidate candidate, int warmUp, int requests) throws Exception {
        Browser person = candidate.signedIn();
        settings.append("  load average %.1f before".formatted(load()));
        List<Times> times = List.of(
                measure(candidate, person, MY_GROUPS, warmUp, requests),
                measure(candidate, person, ALL, warmUp, requests));
        settings.append(", %.1f after\n".formatted(load()));
        return times;
    }

    private static Times measure(Candidate candidate, Browser person, String name, int warmUp, int requests)
            throws Exception {
        String filter;
        try (Connection database = candidate.database();
                Statement statement = database.createStatement()) {
            filter = text(statement, "select id_ from act_ru_filter where name_ = '" + name + "'");
        }
        for (int request = 0; request < warmUp; request++) {
            person.page(filter);
        }
        double[] millis = new double[requests];
        String count = "";
        for (int request = 0; request < requests; request++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = person.page(filter);
            millis[request] = (System.nanoTime() - start) / 1e6;
            Matcher counted = COUNT.matcher(answer.body());
            if (answer.statusCode() == 200 && counted.find()) {
                count = counted.group(1);
            } else if (answer.statusCode() == 500 && millis[request] >= StockStarter.STATEMENT_SECONDS * 1000) {
                count = "given up";
            } else {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        Arrays.sort(millis);
        Times times = new Times(name, count, millis);
        System.out.println("%s: %s tasks, p50 %.0f ms, p95 %.0f ms, max %.0f ms"
                .formatted(name, count, times.percentile(50), times.percentile(95), times.percentile(100)));
        return times;
    }

    /** Of one filter, sorted; and how many tasks it said there are. */
    private record Times(String filter, String count, double[] millis) {

        double percentile(int percent) {
            return millis[Math.max(0, (int) Math.ceil(millis.length * percent / 100.0) - 1)];
        }
    }

    private void print(List<Times> ours, List<Times> stock) {
        StringBuilder table = new StringBuilder("""

                | filter | tasks | ours p50 | p95 | max | stock tasks | stock, once | stock / ours p50 |
                |---|---|---|---|---|---|---|---|
                """);
        for (int row = 0; row < ours.size(); row++) {
            Times fast = ours.get(row);
            Times slow = stock.get(row);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f ms | %.0f ms | %.0f ms | %s | %.1f s | %.0f |%n",
                    fast.filter(),
                    fast.count(),
                    fast.percentile(50),
                    fast.percentile(95),
                    fast.percentile(100),
                    slow.count(),
                    slow.percentile(50) / 1000,
                    slow.percentile(50) / fast.percentile(50)));
        }
        System.out.println(table);
        System.out.println(
                "Ours: %d requests, after %d to warm up. Stock: one request each, its statements given up after %d s."
                        .formatted(REQUESTS, WARM_UP, StockStarter.STATEMENT_SECONDS));
        System.out.print(settings);
        System.out.println("- Java %s, %s, %d cores"
                .formatted(Runtime.version(), Program.HEAP, Runtime.getRuntime().availableProcessors()));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            String text = rows.next() ? rows.getString(1) : null;
            if (text == null) {
                throw new IllegalStateException("nothing found by " + query);
            }
            return text;
        }
    }

    private static String resource(String name) throws IOException {
        try (var content = TaskListBenchmark.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
