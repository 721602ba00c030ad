package com.lianxing.process;

import static java.util.Objects.requireNonNull;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.ModelNames;
import com.lianxing.process.planning.PlannedNetwork;
import com.lianxing.process.planning.PlannedNetwork.Planned;
import com.lianxing.process.planning.PlannedPlaces;
import com.lianxing.project.Project;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Schedule.Actual;
import com.lianxing.schedule.Workplace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The schedule of a project: of the diagram in the version it runs on, its target date, and what happened so far. */
@Service
public class ProjectSchedules {

    private final RepositoryService repository;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final PlannedPlaces places;
    private final ModelNames names;
    private final AsApplication application;
    private final ConcurrentMap<String, Plan> plans = new ConcurrentHashMap<>();
    private final Clock clock;

    ProjectSchedules(
            RepositoryService repository,
            HistoryService history,
            JdbcClient jdbc,
            PlannedPlaces places,
            ModelNames names,
            AsApplication application,
            Clock clock) {
        this.application = application;
        this.names = names;
        this.jdbc = jdbc;
        this.repository = repository;
        this.history = history;
        this.places = places;
        this.clock = clock;
    }

    /**
     * A step that takes time.
     *
     * @param id unique in the schedule: of the element, after those of the call activities that lead to it
     * @param name in the reader's language, after the names of the call activities that lead to it
     * @param groups whose work it is, as the diagram says; empty for what no person of a fixed role does
     */
    public record ScheduledStep(String id, String name, List<String> groups, ZoneId zone, Schedule.Row row) {}

    /** @param steps those that take time, in the order of the plan */
    public record ProjectSchedule(Schedule schedule, List<ScheduledStep> steps) {}

    /**
     * Empty for a project whose process never ran. Whoever may see the project may see when its steps are due, whatever they
     * call.
     */
    public Optional<ProjectSchedule> of(Project project, Locale language) {
        return application.call(() -> root(project).map(root -> schedule(project, root, language)));
    }

    private ProjectSchedule schedule(Project project, HistoricProcessInstance root, Locale language) {
        Plan plan = plan(root.getProcessDefinitionId());
        Map<String, Workplace> where = places.places();
        Network network = plan.network().network(where);
        Map<String, Actual> actuals = actuals(root.getId(), plan.network(), network);
        Schedule schedule = Schedule.of(network, project.target().instant(), actuals, clock.now());
        return new ProjectSchedule(schedule, steps(plan, schedule, where, language));
    }

    /** Laid out once: a definition never changes, and what a call activity calls is of the same release. */
    private Plan plan(String definitionId) {
        Plan known = plans.get(definitionId);
        if (known != null) {
            return known;
        }
        ProcessDefinition root = repository.getProcessDefinition(definitionId);
        Map<String, String> definitions = new HashMap<>(Map.of(root.getKey(), definitionId));
        PlannedNetwork network = PlannedNetwork.of(repository.getBpmnModelInstance(definitionId), key -> {
            String called = definition(root.getDeploymentId(), key).getId();
            definitions.put(key, called);
            return repository.getBpmnModelInstance(called);
        });
        Plan plan = new Plan(network, Map.copyOf(definitions));
        plans.put(definitionId, plan);
        return plan;
    }

    /** @param definitions ids of the process and of those it calls, by their keys */
    private record Plan(PlannedNetwork network, Map<String, String> definitions) {}

    private ProcessDefinition definition(String deploymentId, String key) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .processDefinitionKey(key)
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException(key + " is not in release " + deploymentId);
        }
        return definition;
    }

    private Optional<HistoricProcessInstance> root(Project project) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(project.code().value())
                .processDefinitionKey(project.lifecycle())
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private List<ScheduledStep> steps(Plan plan, Schedule schedule, Map<String, Workplace> where, Locale language) {
        List<ScheduledStep> steps = new ArrayList<>();
        for (Schedule.Row row : schedule.rows().values()) {
            Planned step = plan.network().planned().get(row.id());
            if (step == null || step.effort().likely() == 0) {
                continue;
            }
            String name = Stream.concat(step.within().stream(), Stream.of(step.element()))
                    .map(node -> name(node, plan, language))
                    .collect(Collectors.joining(" › "));
            ZoneId zone = requireNonNull(where.get(step.place())).zone();
            steps.add(new ScheduledStep(step.path(), name, groups(step), zone, row));
        }
        return steps;
    }

    private String name(FlowNode node, Plan plan, Locale language) {
        String english = node.getName() == null ? node.getId() : node.getName();
        String definition = plan.definitions().get(processOf(node));
        return definition == null || !language.getLanguage().equals("zh")
                ? english
                : names.chinese(definition, node.getId()).orElse(english);
    }

    private static String processOf(FlowNode node) {
        ModelElementInstance above = node;
        while (!(above instanceof Process)) {
            above = above.getParentElement();
        }
        return ((Process) above).getId();
    }

    private static List<String> groups(Planned step) {
        String groups = step.element() instanceof UserTask task ? task.getCamundaCandidateGroups() : null;
        return groups == null || groups.startsWith("$") ? List.of() : List.of(groups.split(","));
    }

    /**
     * What began or ended of the network; of several runs and instances of a step all together. What follows a step that is
     * being worked on is ahead, even if it was done before: the way led back, or another instance still has to get there.
     */
    private Map<String, Actual> actuals(String rootInstance, PlannedNetwork planned, Network network) {
        Map<String, String> prefixes = new HashMap<>(Map.of(rootInstance, ""));
        Map<String, Actual> actuals = new HashMap<>();
        jdbc.sql("""
                        select proc_inst_id_, act_id_, call_proc_inst_id_, start_time_, end_time_ from act_hi_actinst
                        where root_proc_inst_id_ = ? order by start_time_, sequence_counter_""")
                .param(rootInstance)
                .query((row, number) -> new Run(
                        row.getString("proc_inst_id_"),
                        row.getString("act_id_"),
                        row.getString("call_proc_inst_id_"),
                        row.getTimestamp("start_time_").toInstant(),
                        row.getTimestamp("end_time_") == null
                                ? null
                                : row.getTimestamp("end_time_").toInstant()))
                .list()
                .forEach(run -> {
                    String prefix = prefixes.get(run.instance());
                    if (prefix == null) {
                        return;
                    }
                    String path = prefix + run.element();
                    if (run.called() != null) {
                        prefixes.put(run.called(), path + PlannedNetwork.BELOW);
                    }
                    Planned step = planned.planned().get(path);
                    if (step != null) {
                        Instant finish = step.opened() ? run.start() : run.finish();
                        actuals.merge(path, new Actual(run.start(), finish), ProjectSchedules::both);
                    }
                });
        ahead(network, actuals).forEach(actuals::remove);
        return actuals;
    }

    /** A line of the engine's history. */
    private record Run(
            String instance,
            String element,
            @Nullable String called,
            Instant start,
            @Nullable Instant finish) {}

    private static Actual both(Actual one, Actual other) {
        if (one.finish() == null) {
            return one;
        }
        Instant last = other.finish();
        return last == null ? other : new Actual(one.start(), last.isAfter(one.finish()) ? last : one.finish());
    }

    private static Set<String> ahead(Network network, Map<String, Actual> actuals) {
        Deque<String> open = new ArrayDeque<>();
        network.order().stream().filter(id -> isRunning(actuals.get(id))).forEach(id -> open.addAll(network.after(id)));
        Set<String> ahead = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.remove();
            if (!isRunning(actuals.get(id)) && ahead.add(id)) {
                open.addAll(network.after(id));
            }
        }
        return ahead;
    }

    private static boolean isRunning(@Nullable Actual actual) {
        return actual != null && actual.finish() == null;
    }
}
