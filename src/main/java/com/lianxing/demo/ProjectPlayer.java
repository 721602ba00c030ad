package com.lianxing.demo;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.MovableClock;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lets the people of the demo company work on a project, one task after the other, through the real engine: rows,
 * files, claim and form, each as the person it is for, half a day apart.
 */
class ProjectPlayer {

    private static final int MOST_STEPS = 200;

    /** Who does the tasks of a group that no team member is named for. */
    private static final Map<String, String> STAND_IN = Map.ofEntries(
            Map.entry("project-manager", "pm"),
            Map.entry("operations", "ops"),
            Map.entry("logistics", "logistics"),
            Map.entry("purchasing", "purchasing"),
            Map.entry("compliance", "compliance"),
            Map.entry("design", "design"),
            Map.entry("finance", "finance"),
            Map.entry("department-manager", "manager"),
            Map.entry("cfo", "cfo"),
            Map.entry("general-manager", "gm"),
            Map.entry("director", "director"));

    /** Days that pass before a step is done for the first time: what takes longer than the people's own work. */
    private static final Map<String, Long> WAIT_DAYS = Map.ofEntries(
            Map.entry("userTask_planFreight", 2L),
            Map.entry("userTask_payDeposit", 2L),
            Map.entry("userTask_confirmGoodsReady", 22L),
            Map.entry("userTask_payBalance", 2L),
            Map.entry("userTask_recordDeparture", 4L),
            Map.entry("userTask_fileEntry", 16L),
            Map.entry("userTask_recordDelivery", 3L),
            Map.entry("userTask_recordReceipt", 8L),
            Map.entry("userTask_settleInvoices", 12L),
            Map.entry("userTask_closeProject", 4L));

    private final WorkList work;
    private final ApprovalRequests approvals;
    private final Projects projects;
    private final Sheet.Sheets sheets;
    private final Documents documents;
    private final MovableClock clock;
    private final AmazonSide amazon;

    ProjectPlayer(
            WorkList work,
            ApprovalRequests approvals,
            Projects projects,
            Sheet.Sheets sheets,
            Documents documents,
            MovableClock clock,
            AmazonSide amazon) {
        this.work = work;
        this.approvals = approvals;
        this.projects = projects;
        this.sheets = sheets;
        this.documents = documents;
        this.clock = clock;
        this.amazon = amazon;
    }

    /** Starts the project as its manager. */
    ProjectCode start(StepValues.Story story) {
        return start(story, Set.of());
    }

    /**
     * Starts the project as its manager.
     *
     * @param unnamed roles, as fields of the form, for which the team names nobody: their tasks are their group's
     */
    ProjectCode start(StepValues.Story story, Set<String> unnamed) {
        Map<String, Object> entered = values(story).start();
        unnamed.forEach(entered::remove);
        return work.start("fba-inbound", "pm", entered);
    }

    /** Starts the certification of the story's product as compliance. */
    ProjectCode startCertification(StepValues.Story story) {
        return work.start("fda-certification", "compliance", new CertificationValues(values(story), story).start());
    }

    /** Starts a launch of the story's products as its manager. */
    ProjectCode startLaunch(StepValues.Story story) {
        return work.start("black-friday-launch", "pm", new LaunchValues(values(story), story).start());
    }

    /** Works until nothing is open, or only tasks of these steps are. */
    void play(ProjectCode project, StepValues.Story story, Set<String> until) {
        play(project, story, until, List.of());
    }

    /**
     * Works until nothing is open, or only tasks of these steps are.
     *
     * @param turns taken one after the other, each once, also at a step that the story would stop at
     */
    void play(ProjectCode project, StepValues.Story story, Set<String> until, List<Turn> turns) {
        List<Turn> ahead = new ArrayList<>(turns);
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            amazon.work();
            Optional<WorkItem> next = work.open(project).stream()
                    .filter(item ->
                            !until.contains(item.step()) || turnAt(item, ahead).isPresent())
                    .findFirst();
            if (next.isEmpty()) {
                if (!ahead.isEmpty()) {
                    throw new IllegalStateException(project + " never comes to " + ahead.get(0));
                }
                return;
            }
            WorkItem item = next.get();
            if (seen.add(item.step())) {
                clock.moveBy(Duration.ofDays(WAIT_DAYS.getOrDefault(item.step(), 0L)));
            }
            Optional<Turn> turn = turnAt(item, ahead);
            turn.ifPresent(ahead::remove);
            Filled form = prepare(item, story, turn.map(Turn::rows).orElse(UnaryOperator.identity()));
            submit(
                    form,
                    turn.map(taken -> taken.entered().apply(values(story), form.values()))
                            .orElse(Map.of()));
            clock.moveBy(Duration.ofHours(7));
        }
        throw new IllegalStateException(project + " does not come to an end");
    }

    private static Optional<Turn> turnAt(WorkItem item, List<Turn> ahead) {
        return ahead.stream().limit(1).filter(turn -> turn.isAt(item)).findFirst();
    }

    /** Does the task as the person it is for, entering these values in place of the story's own; null leaves a field empty. */
    void doOne(WorkItem item, StepValues.Story story, Map<String, Object> instead) {
        submit(prepare(item, story), instead);
    }

    private void submit(Filled form, Map<String, Object> instead) {
        Map<String, Object> entered = new HashMap<>(form.values());
        entered.putAll(instead);
        entered.values().removeIf(Objects::isNull);
        work.submit(form.taskId(), form.person(), entered);
    }

    /** A form that is filled in and not yet submitted. */
    record Filled(String taskId, String person, Map<String, Object> values) {}

    /** Takes the task, fills its rows and attaches its files: everything but the click on Complete. */
    Filled prepare(WorkItem item, StepValues.Story story) {
        return prepare(item, story, UnaryOperator.identity());
    }

    private Filled prepare(WorkItem item, StepValues.Story story, UnaryOperator<List<Map<String, String>>> rows) {
        StepValues values = values(story);
        String person = asked(item).orElseGet(() -> person(item));
        if (item.assignee() == null) {
            work.claim(item.taskId(), person);
        }
        for (String name : item.editableSheets()) {
            fill(name, item, rows.apply(amazon.rows(name, item, values.rows(name, item))), person);
        }
        for (String kind : item.requiredEvidence()) {
            attach(kind, item, person);
        }
        Map<String, Object> entered = new HashMap<>(values.of(item));
        if (item.step().equals("userTask_changeDate") && item.processKey().equals("fba-inbound")) {
            entered.putAll(sameTarget(item.project()));
        }
        entered.putAll(amazon.values(item));
        return new Filled(item.taskId(), person, entered);
    }

    /** A vessel comes at another hour in every story; the target stays. */
    private Map<String, Object> sameTarget(ProjectCode project) {
        Deadline target = projects.require(project).target();
        return Map.of(
                "newTargetAt", target.local().toString(),
                "newTargetZone", target.zone().getId(),
                "dateReason", "到港时间微调，目标不变 the vessel comes at another hour, the target stays");
    }

    private void fill(String name, WorkItem item, List<Map<String, String>> rows, String person) {
        Sheet sheet = sheets.find(name).orElseThrow();
        Sheet.Subject subject = item.subjectOf(sheet).orElseThrow();
        Sheet.Content content = sheet.read(subject);
        if (!content.rows().isEmpty() || rows.isEmpty()) {
            return;
        }
        if (!(sheet.save(subject, content.version(), rows, person) instanceof Sheet.Saved.Accepted)) {
            throw new IllegalStateException("the rows of " + name + " are refused");
        }
    }

    private void attach(String kind, WorkItem item, String person) {
        byte[] text = "%%PDF-1.4\n%% %s of %s, step %s, task %s\n%%%%EOF\n"
                .formatted(kind, item.project(), item.step(), item.taskId())
                .getBytes(StandardCharsets.UTF_8);
        StoreResult result = documents.store(
                item.filesOfType(),
                item.filesOf(),
                kind,
                kind.toLowerCase(Locale.ROOT) + ".pdf",
                new ByteArrayInputStream(text),
                person,
                item.taskId());
        if (!(result instanceof StoreResult.Stored)) {
            throw new IllegalStateException("the file is refused: " + result);
        }
    }

    /** Of a role that several hold, the usual person, or else somebody who may decide. */
    private Optional<String> asked(WorkItem item) {
        if (item.assignee() != null) {
            return Optional.empty();
        }
        List<String> asked = approvals
                .ofInstance(item.processInstanceId())
                .map(request -> approvals.asked(request.id()))
                .orElse(List.of());
        return asked.isEmpty() || asked.contains(person(item)) ? Optional.empty() : Optional.of(asked.get(0));
    }

    static String person(WorkItem item) {
        String assignee = item.assignee();
        if (assignee != null) {
            return assignee;
        }
        if (item.groups().contains("compliance") && item.groups().contains("project-manager")) {
            return "pm"; // The second person: compliance did the step that is checked.
        }
        return item.groups().stream()
                .filter(STAND_IN::containsKey)
                .findFirst()
                .map(STAND_IN::get)
                .orElseThrow(() -> new IllegalStateException("nobody of the demo company may do " + item));
    }

    private StepValues values(StepValues.Story story) {
        return new StepValues(LocalDateTime.ofInstant(clock.now(), StepValues.SHENZHEN), story);
    }
}
