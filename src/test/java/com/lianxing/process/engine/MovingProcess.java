package com.lianxing.process.engine;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The process {@code deadline-check}: two lots, each with its own deadline read by everything that can read one, beside
 * a step with the project's, and a step of the system that may move the project's in the transaction of the start.
 */
@Component
class MovingProcess {

    static final String KEY = "deadline-check";
    static final Var<Date> PROJECT_DUE_AT = Var.date("projectDueAt");
    static final Var<Date> PROJECT_REMIND_AT = Var.date("projectRemindAt");
    static final Var<Date> LOT_DUE_AT = Var.date("lotDueAt");
    static final Var<Date> MOVED_AT_START = Var.date("movedAtStart");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Clock clock;
    private boolean deployed;

    MovingProcess(RepositoryService repository, RuntimeService runtime, Clock clock) {
        this.repository = repository;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** A new project with these dates; the lots' are the project's. */
    String start(Instant remindAt, Instant dueAt, @Nullable Instant movedAtStart) {
        deploy();
        Map<String, Object> variables = new HashMap<>(PROJECT_DUE_AT.is(Date.from(dueAt)));
        variables.putAll(PROJECT_REMIND_AT.is(Date.from(remindAt)));
        if (movedAtStart != null) {
            variables.putAll(MOVED_AT_START.is(Date.from(movedAtStart)));
        }
        return runtime.createProcessInstanceByKey(KEY)
                .businessKey("FBA-US-2026-%05d".formatted(90_000 + NUMBERS.incrementAndGet()))
                .setVariables(variables)
                .execute()
                .getId();
    }

    Instant inDays(int days) {
        return clock.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    static Deadline legal(Instant at) {
        return new Deadline(LocalDateTime.ofInstant(at, ZoneOffset.UTC), ZoneId.of("UTC"), DeadlineKind.LEGAL);
    }

    private synchronized void deploy() {
        if (deployed) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(bytes, model());
        repository
                .createDeployment()
                .name(KEY)
                .addString(KEY + ".bpmn", bytes.toString(StandardCharsets.UTF_8))
                .addString("names.zh.json", """
                        {"deadline-check": {"deadline-check": "期限检查", "userTask_lot": "处理批次", "userTask_project": "处理项目"}}""")
                .deploy();
        deployed = true;
    }

    private static BpmnModelInstance model() {
        SubProcessBuilder lots = Bpmn.createExecutableProcess(KEY)
                .name("Check of deadlines")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("startEvent_started")
                .parallelGateway("gateway_fork")
                .subProcess("subProcess_lot");
        lots.multiInstance().parallel().cardinality("2");
        return lots.embeddedSubProcess()
                .startEvent("startEvent_lot")
                .serviceTask("serviceTask_takeLot")
                .camundaDelegateExpression("${takeLotDelegate}")
                .userTask("userTask_lot")
                .name("Handle the lot")
                .camundaDueDate("${lotDueAt}")
                .camundaTaskListenerDelegateExpressionTimeoutWithDate(
                        "lotTimeout", "${noteTimeoutListener}", "${lotDueAt}")
                .endEvent("endEvent_lot")
                .moveToActivity("userTask_lot")
                .boundaryEvent("timerEvent_lotDue")
                .cancelActivity(true)
                .timerWithDate("${lotDueAt}")
                .endEvent("endEvent_lotLate")
                .subProcessDone()
                .endEvent("endEvent_lots")
                .moveToNode("gateway_fork")
                .userTask("userTask_project")
                .name("Handle the project")
                .camundaDueDate("${projectDueAt}")
                .endEvent("endEvent_project")
                .moveToActivity("userTask_project")
                .boundaryEvent("timerEvent_projectReminder")
                .cancelActivity(false)
                .timerWithDate("${projectRemindAt}")
                .endEvent("endEvent_reminded")
                .moveToActivity("userTask_project")
                .boundaryEvent("timerEvent_projectDue")
                .cancelActivity(true)
                .timerWithDate("${projectDueAt}")
                .endEvent("endEvent_projectLate")
                .moveToNode("gateway_fork")
                .serviceTask("serviceTask_moveDeadline")
                .camundaDelegateExpression("${moveDeadlineDelegate}")
                .endEvent("endEvent_moved")
                .done();
    }

    @Component("takeLotDelegate")
    static class TakeLotDelegate implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            LOT_DUE_AT.setLocal(execution, PROJECT_DUE_AT.in(execution));
        }
    }

    @Component("moveDeadlineDelegate")
    static class MoveDeadlineDelegate implements JavaDelegate {

        private final Deadlines deadlines;

        MoveDeadlineDelegate(Deadlines deadlines) {
            this.deadlines = deadlines;
        }

        @Override
        public void execute(DelegateExecution execution) {
            MOVED_AT_START
                    .find(execution)
                    .ifPresent(to ->
                            deadlines.move(execution.getId(), PROJECT_DUE_AT, legal(to.toInstant()), "MOVED_AT_START"));
        }
    }

    @Component("noteTimeoutListener")
    static class NoteTimeoutListener implements TaskListener {

        final List<String> tasks = new ArrayList<>();

        @Override
        public void notify(DelegateTask task) {
            tasks.add(task.getId());
        }
    }
}
