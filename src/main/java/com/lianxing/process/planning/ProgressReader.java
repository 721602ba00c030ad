package com.lianxing.process.planning;

import com.lianxing.process.planning.PlannedNetwork.Planned;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.schedule.Schedule.Actual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the engine's tables how far projects are: three statements, however many projects there are. */
@Component
public class ProgressReader {

    private final JdbcClient jdbc;
    private final Plans plans;

    ProgressReader(JdbcClient jdbc, Plans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /** By code; without those whose process never ran. */
    public Map<ProjectCode, Progress> of(Collection<Project> projects) {
        Map<ProjectCode, Root> roots = roots(projects);
        Map<String, Running> running = new LinkedHashMap<>();
        roots.values().forEach(root -> running.put(root.instance(), new Running(plans.of(root.definition()), root)));
        readHistory(running);
        readDates(running.values());
        Map<ProjectCode, Progress> progress = new HashMap<>();
        roots.forEach((code, root) -> {
            Running read = running.get(root.instance());
            if (read != null) {
                progress.put(code, read.progress());
            }
        });
        return progress;
    }

    private record Root(ProjectCode project, String key, String instance, String definition) {}

    /** The last instance of each project's lifecycle. */
    private Map<ProjectCode, Root> roots(Collection<Project> projects) {
        Map<ProjectCode, String> lifecycles =
                projects.stream().collect(Collectors.toMap(Project::code, Project::lifecycle));
        Map<ProjectCode, Root> roots = new HashMap<>();
        jdbc
                .sql("""
                        select business_key_, proc_def_key_, id_, proc_def_id_ from act_hi_procinst
                        where business_key_ = any (?) and super_process_instance_id_ is null order by start_time_""")
                .param((Object)
                        lifecycles.keySet().stream().map(ProjectCode::value).toArray(String[]::new))
                .query((row, number) -> new Root(
                        new ProjectCode(row.getString("business_key_")),
                        row.getString("proc_def_key_"),
                        row.getString("id_"),
                        row.getString("proc_def_id_")))
                .list()
                .stream()
                .filter(root -> root.key().equals(lifecycles.get(root.project())))
                .forEach(root -> roots.put(root.project(), root));
        return roots;
    }

    private void readHistory(Map<String, Running> running) {
        jdbc.sql("""
                        select root_proc_inst_id_, proc_inst_id_, act_id_, call_proc_inst_id_, start_time_, end_time_
                        from act_hi_actinst where root_proc_inst_id_ = any (?) order by start_time_, sequence_counter_""").param((Object) running.keySet().toArray(String[]::new)).query(row -> {
            Running read = running.get(row.getString("root_proc_inst_id_"));
            if (read != null) {
                read.add(run(row));
            }
        });
    }

    /** A line of the engine's history. */
    private record Run(
            String instance,
            String element,
            @Nullable String called,
            Instant start,
            @Nullable Instant finish) {}

    private static Run run(ResultSet row) throws SQLException {
        Timestamp end = row.getTimestamp("end_time_");
        return new Run(
                row.getString("proc_inst_id_"),
                row.getString("act_id_"),
                row.getString("call_proc_inst_id_"),
                row.getTimestamp("start_time_").toInstant(),
                end == null ? null : end.toInstant());
    }

    private void readDates(Collection<Running> running) {
        Map<String, Running> byInstance = new HashMap<>();
        running.forEach(read -> read.prefixes.keySet().forEach(instance -> byInstance.put(instance, read)));
        Set<String> names = running.stream()
                .flatMap(read -> read.plan.network().dates().stream())
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select proc_inst_id_, name_, long_ from act_ru_variable
                        where proc_inst_id_ = any (?) and name_ = any (?) and type_ = 'date' and task_id_ is null
                          and long_ is not null""")
                .params(byInstance.keySet().toArray(String[]::new), names.toArray(String[]::new))
                .query(row -> {
                    Running read = byInstance.get(row.getString("proc_inst_id_"));
                    if (read != null) {
                        read.add(
                                row.getString("proc_inst_id_"),
                                row.getString("name_"),
                                Instant.ofEpochMilli(row.getLong("long_")));
                    }
                });
    }

    /** What was read of one project so far. */
    private static final class Running {

        private final Plans.Plan plan;
        private final Root root;
        private final Map<String, String> prefixes = new HashMap<>();
        private final Map<String, Actual> actuals = new HashMap<>();
        private final Map<String, Instant> dates = new HashMap<>();

        Running(Plans.Plan plan, Root root) {
            this.plan = plan;
            this.root = root;
            prefixes.put(root.instance(), "");
        }

        void add(Run run) {
            String prefix = prefixes.get(run.instance());
            if (prefix == null) {
                return;
            }
            String path = prefix + run.element();
            if (run.called() != null) {
                prefixes.put(run.called(), path + PlannedNetwork.BELOW);
            }
            Planned step = plan.network().planned().get(path);
            if (step != null) {
                Instant finish = step.opened() ? run.start() : run.finish();
                actuals.merge(path, new Actual(run.start(), finish), Progress::both);
            }
        }

        /** A date that is seen in the instance, and in all that it contains. */
        void add(String instance, String variable, Instant value) {
            String prefix = prefixes.get(instance);
            if (prefix != null) {
                plan.network()
                        .reading(variable, prefix)
                        .forEach(path -> dates.merge(path, value, (one, other) -> one.isBefore(other) ? one : other));
            }
        }

        /**
         * What follows a step that is being worked on is ahead, even if it was done before: the way led back, or another
         * instance still has to get there.
         */
        Progress progress() {
            Deque<String> open = new ArrayDeque<>();
            actuals.forEach((path, actual) -> {
                if (Progress.isRunning(actual)) {
                    open.addAll(plan.network().after(path));
                }
            });
            Set<String> ahead = new HashSet<>();
            while (!open.isEmpty()) {
                String path = open.remove();
                if (!Progress.isRunning(actuals.get(path)) && ahead.add(path)) {
                    open.addAll(plan.network().after(path));
                }
            }
            ahead.forEach(actuals::remove);
            return new Progress(root.definition(), Map.copyOf(prefixes), Map.copyOf(actuals), Map.copyOf(dates));
        }
    }
}
