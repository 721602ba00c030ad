package com.lianxing;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sees everything that the product sends to the suite's database, on whichever thread. Tests that record run alone, as
 * all tests of the suite do, and the job executor is off: what was sent meanwhile was sent for what the test did.
 */
@Component
public class RoundTrips implements BeanPostProcessor {

    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|into|update|join)\\s+(?:only\\s+)?([a-z_]+)");

    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile @Nullable List<Sent> recording;

    /**
     * One statement, or one batch of the same statement; each is one round trip.
     *
     * @param rows that it wrote; 0 for a read
     */
    public record Sent(String sql, int rows, List<ParameterSetOperation> parameters) {

        static final String COMMIT = "commit";

        public boolean isCommit() {
            return sql.equals(COMMIT);
        }

        /** Of the engine's tables; by the first table that is named. */
        public boolean isEngine() {
            return table().startsWith("act_");
        }

        public String table() {
            Matcher matcher = TABLE.matcher(sql);
            return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        }

        /** The plan that the server makes for it, with the values it was sent with. */
        public String plan(DataSource dataSource) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                for (ParameterSetOperation parameter : parameters) {
                    parameter.getMethod().invoke(explain, parameter.getArgs());
                }
                StringBuilder plan = new StringBuilder();
                try (var rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            } catch (SQLException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        @Override
        public String toString() {
            return rows + " row(s) written by: " + sql.replaceAll("\\s+", " ").strip();
        }
    }

    /** What was sent, in order. */
    public record Tally(List<Sent> sent) {

        public int engineTrips() {
            return count(sent -> !sent.isCommit() && sent.isEngine());
        }

        public int ownTrips() {
            return count(sent -> !sent.isCommit() && !sent.isEngine());
        }

        public int commits() {
            return count(Sent::isCommit);
        }

        public int engineRows() {
            return rows(Sent::isEngine);
        }

        public int ownRows() {
            return rows(sent -> !sent.isEngine());
        }

        private int count(Predicate<Sent> which) {
            return (int) sent.stream().filter(which).count();
        }

        private int rows(Predicate<Sent> which) {
            return sent.stream().filter(which).mapToInt(Sent::rows).sum();
        }

        @Override
        public String toString() {
            return "engine %d round trips, %d rows; ours %d round trips, %d rows; %d commits"
                    .formatted(engineTrips(), engineRows(), ownTrips(), ownRows(), commits());
        }
    }

    /** A result, and what it took. */
    public record Counted<T>(T result, Tally tally) {}

    public Tally of(Runnable work) {
        return counted(() -> {
                    work.run();
                    return true;
                })
                .tally();
    }

    public <T> Counted<T> counted(Supplier<T> work) {
        List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
        recording = sent;
        try {
            T result = work.get();
            return new Counted<>(result, new Tally(List.copyOf(sent)));
        } finally {
            recording = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource && name.equals("dataSource")
                ? ProxyDataSourceBuilder.create(dataSource)
                        .listener(new Statements())
                        .listener(new Commits())
                        .build()
                : bean;
    }

    private class Statements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            used.add(execution.getConnectionId());
            List<Sent> sent = recording;
            if (sent == null || queries.isEmpty()) {
                return;
            }
            QueryInfo query = queries.get(0);
            List<List<ParameterSetOperation>> parameters = query.getParametersList();
            sent.add(new Sent(
                    query.getQuery(),
                    written(execution, query.getQuery()),
                    parameters.isEmpty() ? List.of() : List.copyOf(parameters.get(0))));
        }

        private static int written(ExecutionInfo execution, String sql) {
            Object result = execution.getResult();
            if (result instanceof int[] counts) {
                return Arrays.stream(counts).map(count -> count < 0 ? 1 : count).sum();
            }
            if (result instanceof Integer count) {
                return count;
            }
            // A write that returns its row, or one of the engine's that is asked for its count afterwards.
            return sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(insert|update|delete)\\b.*") ? 1 : 0;
        }
    }

    /** A commit goes over the wire only after a statement. */
    private class Commits extends JdbcLifecycleEventListenerAdapter {

        @Override
        public void afterCommit(MethodExecutionContext commit) {
            List<Sent> sent = recording;
            if (used.remove(commit.getConnectionInfo().getConnectionId()) && sent != null) {
                sent.add(new Sent(Sent.COMMIT, 0, List.of()));
            }
        }

        @Override
        public void afterRollback(MethodExecutionContext rollback) {
            used.remove(rollback.getConnectionInfo().getConnectionId());
        }
    }
}
