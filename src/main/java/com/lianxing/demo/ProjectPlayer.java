package com.lianxing.demo;

import com.lianxing.calendar.MovableClock;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
            Map.entry("finance", "finance"),
            Map.entry("department-manager", "manager"),
            Map.entry("cfo", "cfo"),
            Map.entry("general-manager", "gm"),
            Map.entry("director", "director"));

    /** Days that pass before a step is done: what takes longer than the people's own work. */
    private static final Map<String, Long> WAIT_DAYS = Map.of(
            "userTask_planFreight", 2L,
            "userTask_payDeposit", 2L,
            "userTask_confirmGoodsReady", 22L,
            "userTask_payBalance", 2L,
            "userTask_settleInvoices", 12L,
            "userTask_closeProject", 4L);

    private final WorkList work;
    private final Sheet.Sheets sheets;
    private final Documents documents;
    private final MovableClock clock;
    private final AmazonSide amazon;

    ProjectPlayer(WorkList work, Sheet.Sheets sheets, Documents documents, MovableClock clock, AmazonSide amazon) {
        this.work = work;
        this.sheets = sheets;
        this.documents = documents;
        this.clock = clock;
        this.amazon = amazon;
    }

    /** Starts the project as its manager. */
    ProjectCode start(StepValues.Story story) {
        return work.start("fba-inbound", "pm", values(story).start());
    }

    /** Works until nothing is open, or only tasks of these steps are. */
    void play(ProjectCode project, StepValues.Story story, Set<String> until) {
        for (int step = 0; step < MOST_STEPS; step++) {
            amazon.work();
            Optional<WorkItem> next = work.open(project).stream()
                    .filter(item -> !until.contains(item.step()))
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            clock.moveBy(Duration.ofDays(WAIT_DAYS.getOrDefault(next.get().step(), 0L)));
            doOne(next.get(), story, Map.of());
            clock.moveBy(Duration.ofHours(7));
        }
        throw new IllegalStateException(project + " does not come to an end");
    }

    /** Does the task as the person it is for, entering these values in place of the story's own; null leaves a field empty. */
    void doOne(WorkItem item, StepValues.Story story, Map<String, Object> instead) {
        Filled form = prepare(item, story);
        Map<String, Object> entered = new HashMap<>(form.values());
        entered.putAll(instead);
        entered.values().removeIf(Objects::isNull);
        work.submit(form.taskId(), form.person(), entered);
    }

    /** A form that is filled in and not yet submitted. */
    record Filled(String taskId, String person, Map<String, Object> values) {}

    /** Takes the task, fills its rows and attaches its files: everything but the click on Complete. */
    Filled prepare(WorkItem item, StepValues.Story story) {
        StepValues values = values(story);
        String person = person(item);
        if (item.assignee() == null) {
            work.claim(item.taskId(), person);
        }
        for (String name : item.editableSheets()) {
            fill(name, item, values, person);
        }
        for (String kind : item.requiredEvidence()) {
            attach(kind, item, person);
        }
        Map<String, Object> entered = new HashMap<>(values.of(item));
        entered.putAll(amazon.values(item));
        return new Filled(item.taskId(), person, entered);
    }

    private void fill(String name, WorkItem item, StepValues values, String person) {
        Sheet sheet = sheets.find(name).orElseThrow();
        Sheet.Subject subject = item.subjectOf(sheet).orElseThrow();
        Sheet.Content content = sheet.read(subject);
        if (!content.rows().isEmpty()) {
            return;
        }
        List<Map<String, String>> rows = amazon.rows(name, item, values.rows(name, item));
        if (!(sheet.save(subject, content.version(), rows, person) instanceof Sheet.Saved.Accepted)) {
            throw new IllegalStateException("the rows of " + name + " are refused");
        }
    }

    private void attach(String kind, WorkItem item, String person) {
        byte[] text = ("%%PDF-1.4\n%% %s of %s, step %s, task %s\n%%%%EOF\n"
                        .formatted(kind, item.project(), item.step(), item.taskId()))
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

    static String person(WorkItem item) {
        String assignee = item.assignee();
        if (assignee != null) {
            return assignee;
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
