package com.lianxing.process;

import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.inbound.AmazonOperations;
import com.lianxing.process.amazonoperation.AmazonOperation;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.ProjectStep;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import com.lianxing.project.StepBack;
import com.lianxing.project.StepBacks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a project back to a step that was done wrongly: asked for by its manager, confirmed by a second person. The
 * process moves back, the money that the step and those after it set aside or spent is undone by new entries, and what
 * was submitted counts no more; all of it stays in the record, and the files stay.
 *
 * <p>Only within one process, and only where everything that is open comes after the step: not out of a part that is
 * done several times, not while other branches or shipments run, and not past a budget that was approved since.
 */
@Service
public class Corrections {

    /** The engine keeps whole milliseconds. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    /** Called processes that leave nothing but papers, and money that is undone by entries. */
    private static final Set<String> UNDONE = Set.of("budget-approval", "escalation", "quote-comparison");

    private final Projects projects;
    private final ProjectSteps steps;
    private final StepBacks stepBacks;
    private final UndoneMoney money;
    private final AmazonOperations amazon;
    private final Standstill standstill;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;
    private final AsApplication application;

    Corrections(
            Projects projects,
            ProjectSteps steps,
            StepBacks stepBacks,
            UndoneMoney money,
            AmazonOperations amazon,
            Standstill standstill,
            RuntimeService runtime,
            HistoryService history,
            RepositoryService repository,
            AsApplication application) {
        this.projects = projects;
        this.steps = steps;
        this.stepBacks = stepBacks;
        this.money = money;
        this.amazon = amazon;
        this.standstill = standstill;
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
        this.application = application;
    }

    /** What became of the wish; all but the first changed nothing. Sentences stand under {@code refusal.<name>}. */
    public enum Outcome {
        DONE,
        STEP_BACK_BY_MANAGER,
        STEP_BACK_SECOND_PERSON,
        /** Argument of its sentence: {@link Standstill#LONGEST_REASON}. */
        REASON_NEEDED,
        STEP_BACK_STEP_UNKNOWN,
        STEP_BACK_NOT_UNDER_WAY,
        STEP_BACK_ASKED_ALREADY,
        STEP_BACK_DECIDED,
        /** The step stands in a part that is done several times or beside others. */
        STEP_BACK_NOT_ALONE,
        /** Something is open that does not come after the step, or a called process did more than decide on money. */
        STEP_BACK_OTHERS_GO_ON,
        /** Money has left the house, and nobody said that it is taken back. */
        STEP_BACK_PAID,
        /** Another budget was approved, or a hold changed or given back, which no entry undoes. */
        STEP_BACK_BUDGET_CHANGED
    }

    /** A step to go back to, and where its process stands. */
    private record Target(HistoricTaskInstance task, Instant from, ProcessInstance instance) {}

    /**
     * Asks for it. The same request again changes nothing.
     *
     * @param taskId of the task whose submission was wrong
     * @param reversesPayments that what was paid since is taken back too
     * @param key of the request, chosen by whoever sends it
     */
    @Transactional
    public Outcome ask(
            ProjectCode code, String key, String taskId, Person person, String reason, boolean reversesPayments) {
        Project project = projects.lock(code);
        if (stepBacks.ofRequest(key).isPresent()) {
            return Outcome.DONE;
        }
        if (!person.holds(Role.PROJECT_MANAGER) || !standstill.mayDecide(project, person)) {
            return Outcome.STEP_BACK_BY_MANAGER;
        }
        if (!Standstill.isReason(reason)) {
            return Outcome.REASON_NEEDED;
        }
        if (stepBacks.open(code).isPresent()) {
            return Outcome.STEP_BACK_ASKED_ALREADY;
        }
        Outcome possible = application.call(() -> check(project, taskId, reversesPayments));
        if (possible == Outcome.DONE) {
            stepBacks.ask(code, key, taskId, person.id(), reason.strip(), reversesPayments);
        }
        return possible;
    }

    /** Confirms it, and goes back. Once it is decided, the same answer again changes nothing. */
    @Transactional
    public Outcome confirm(ProjectCode code, long id, Person person) {
        Project project = projects.lock(code);
        Optional<StepBack> asked = stepBacks.find(code, id);
        if (asked.isEmpty()) {
            return Outcome.STEP_BACK_STEP_UNKNOWN;
        }
        StepBack stepBack = asked.get();
        if (!mayConfirm(project, stepBack, person)) {
            return Outcome.STEP_BACK_SECOND_PERSON;
        }
        if (stepBack.verdict() != null) {
            return stepBack.verdict() == StepBack.Verdict.CONFIRMED ? Outcome.DONE : Outcome.STEP_BACK_DECIDED;
        }
        Outcome possible = application.call(() -> check(project, stepBack.taskId(), stepBack.reversesPayments()));
        if (possible == Outcome.DONE) {
            application.run(
                    () -> goBack(stepBack, target(project, stepBack.taskId()).orElseThrow(), person));
        }
        return possible;
    }

    /** Says no, or takes the wish back. */
    @Transactional
    public Outcome refuse(ProjectCode code, long id, Person person) {
        Project project = projects.lock(code);
        Optional<StepBack> asked = stepBacks.find(code, id);
        if (asked.isEmpty()) {
            return Outcome.STEP_BACK_STEP_UNKNOWN;
        }
        StepBack stepBack = asked.get();
        if (!stepBack.askedBy().equals(person.id()) && !mayConfirm(project, stepBack, person)) {
            return Outcome.STEP_BACK_SECOND_PERSON;
        }
        if (stepBack.verdict() != null) {
            return stepBack.verdict() == StepBack.Verdict.REFUSED ? Outcome.DONE : Outcome.STEP_BACK_DECIDED;
        }
        stepBacks.decide(stepBack, StepBack.Verdict.REFUSED, person.id(), Map.of());
        return Outcome.DONE;
    }

    /** The manager of the department, the general manager or the second person at the top; never whoever asked. */
    public boolean mayConfirm(Project project, StepBack stepBack, Person person) {
        boolean above = person.holds(Role.GENERAL_MANAGER)
                || person.holds(Role.DIRECTOR)
                || (person.holds(Role.DEPARTMENT_MANAGER) && person.department().equals(project.department()));
        return above && !stepBack.askedBy().equals(person.id());
    }

    private Outcome check(Project project, String taskId, boolean reversesPayments) {
        boolean underWay = project.status().isOpen() && project.status() != ProjectStatus.ON_HOLD;
        if (!underWay) {
            return Outcome.STEP_BACK_NOT_UNDER_WAY;
        }
        Optional<Target> found = target(project, taskId);
        if (found.isEmpty()) {
            return Outcome.STEP_BACK_STEP_UNKNOWN;
        }
        Target target = found.get();
        String step = target.task().getTaskDefinitionKey();
        StepPath path =
                new StepPath(repository.getBpmnModelInstance(target.instance().getProcessDefinitionId()));
        if (!path.isOfTheProcessItself(step)) {
            return Outcome.STEP_BACK_NOT_ALONE;
        }
        List<String> open = Arrays.stream(open(target.instance()))
                .map(ActivityInstance::getActivityId)
                .toList();
        if (!path.leadsToAll(step, open) || calledWhatStays(target)) {
            return Outcome.STEP_BACK_OTHERS_GO_ON;
        }
        UndoneMoney.Effects effects = money.since(project.code(), target.from());
        if (effects.isFinal()) {
            return Outcome.STEP_BACK_BUDGET_CHANGED;
        }
        return effects.payments().isEmpty() || reversesPayments ? Outcome.DONE : Outcome.STEP_BACK_PAID;
    }

    /** Empty unless the step counts and its process still runs. */
    private Optional<Target> target(Project project, String taskId) {
        Optional<ProjectStep> done = steps.list(project.code()).stream()
                .filter(step -> step.taskId().equals(taskId))
                .findFirst();
        HistoricTaskInstance task = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult();
        if (done.isEmpty() || task == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(instance -> new Target(task, done.get().at(), instance));
    }

    private ActivityInstance[] open(ProcessInstance instance) {
        return runtime.getActivityInstance(instance.getId()).getChildActivityInstances();
    }

    /** Their effect is money, which is undone; what shipments and others did would stay. */
    private boolean calledWhatStays(Target target) {
        return history
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(target.instance().getId())
                .startedAfter(Date.from(target.from().minus(CLOCK_TOLERANCE)))
                .unlimitedList()
                .stream()
                .anyMatch(this::stays);
    }

    /** Of Amazon's side nothing stays if Amazon was not asked, or if it will be asked the same again. */
    private boolean stays(HistoricProcessInstance called) {
        if (called.getProcessDefinitionKey().equals(AmazonOperation.KEY)) {
            return amazon.find(called.getId())
                    .filter(asked -> !AmazonOperation.isReplacedByAskingAgain(asked.step()))
                    .isPresent();
        }
        return !UNDONE.contains(called.getProcessDefinitionKey());
    }

    private void goBack(StepBack stepBack, Target target, Person person) {
        ProjectCode code = stepBack.project();
        UndoneMoney.Effects effects = money.since(code, target.from());
        List<String> entries =
                money.undo(code, effects, target.from(), "step-back:" + stepBack.id(), person.id(), stepBack.reason());
        List<String> setAside = submittedSince(code, target);
        stepBacks.setAside(stepBack, setAside);
        endApprovalsAfterTheFact(code, target.from());
        ActivityInstance[] open = open(target.instance());
        var back = runtime.createProcessInstanceModification(target.instance().getId())
                .setAnnotation("step back " + stepBack.id())
                .startBeforeActivity(target.task().getTaskDefinitionKey());
        for (ActivityInstance activity : open) {
            back.cancelActivityInstance(activity.getId());
        }
        for (var waiting :
                runtime.getActivityInstance(target.instance().getId()).getChildTransitionInstances()) {
            back.cancelTransitionInstance(waiting.getId());
        }
        back.execute();
        stepBacks.decide(
                stepBack,
                StepBack.Verdict.CONFIRMED,
                person.id(),
                Map.of(
                        "instance", target.instance().getId(),
                        "step", target.task().getTaskDefinitionKey(),
                        "cancelled",
                                Arrays.stream(open)
                                        .map(ActivityInstance::getActivityId)
                                        .toList(),
                        "ledgerEntries", entries,
                        "setAside", setAside));
    }

    /** Of the same process, in the order they were submitted: the step itself and all after it. */
    private List<String> submittedSince(ProjectCode code, Target target) {
        Set<String> ofInstance = new HashSet<>();
        history.createHistoricTaskInstanceQuery()
                .processInstanceId(target.instance().getId())
                .unlimitedList()
                .forEach(task -> ofInstance.add(task.getId()));
        return steps.list(code).stream()
                .dropWhile(step -> !step.taskId().equals(target.task().getId()))
                .map(ProjectStep::taskId)
                .filter(ofInstance::contains)
                .toList();
    }

    /** What was spent without asking is not spent any more, so nobody need decide on it. */
    private void endApprovalsAfterTheFact(ProjectCode code, Instant from) {
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code.value())
                .processDefinitionKey("budget-approval")
                .rootProcessInstances()
                .unlimitedList()
                .stream()
                .filter(approval -> !history.createHistoricProcessInstanceQuery()
                        .processInstanceId(approval.getId())
                        .singleResult()
                        .getStartTime()
                        .toInstant()
                        .isBefore(from.truncatedTo(ChronoUnit.MILLIS)))
                .forEach(approval -> runtime.deleteProcessInstance(approval.getId(), "stepped back"));
    }
}
