package com.lianxing.process;

import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.WaitingTimes;
import com.lianxing.project.Pause;
import com.lianxing.project.Pauses;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a project on hold with everything it has called, and lets it go on: all of its processes stand still in one
 * transaction, but for renewals, adverse events and the verification of suppliers, which only hang on it. While it lasts nobody works on its tasks, no timer fires and nothing is committed; facts from outside are
 * kept, and told when it goes on.
 */
@Service
public class Standstill {

    /** In characters. */
    public static final int LONGEST_REASON = 1_000;

    /** What hangs on a project and is not its own: renewals, reports that the law wants, suppliers of all projects. */
    private static final Set<String> NOT_ITS_OWN =
            Set.of("obligation-renewal", "adverse-event", "supplier-verification");

    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cs}\\p{Cc}&&[^\\n\\r\\t]]");

    private final Projects projects;
    private final Pauses pauses;
    private final Messages messages;
    private final WaitingTimes times;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final Clock clock;

    Standstill(
            Projects projects,
            Pauses pauses,
            Messages messages,
            WaitingTimes times,
            RuntimeService runtime,
            AsApplication application,
            Clock clock) {
        this.projects = projects;
        this.pauses = pauses;
        this.messages = messages;
        this.times = times;
        this.runtime = runtime;
        this.application = application;
        this.clock = clock;
    }

    /** What became of the wish; all but the first changed nothing. Sentences stand under {@code refusal.<name>}. */
    public enum Outcome {
        DONE,
        HOLD_BY_MANAGER,
        /** Argument of its sentence: {@link #LONGEST_REASON}. */
        REASON_NEEDED,
        HOLD_NOT_UNDER_WAY,
        ALREADY_ON_HOLD,
        NOT_ON_HOLD
    }

    /** Whether the person may: the project's own manager, or the manager of its department. */
    public boolean mayDecide(Project project, Person person) {
        boolean managesProject = person.holds(Role.PROJECT_MANAGER)
                && (project.owner().equals(person.id())
                        || projects.memberFor(project.code(), Role.PROJECT_MANAGER)
                                .filter(person.id()::equals)
                                .isPresent());
        boolean managesDepartment =
                person.holds(Role.DEPARTMENT_MANAGER) && person.department().equals(project.department());
        return managesProject || managesDepartment;
    }

    /**
     * Puts it on hold. The same request again changes nothing.
     *
     * @param key of the request, chosen by whoever sends it
     */
    @Transactional
    public Outcome hold(ProjectCode code, String key, Person person, String reason) {
        Project project = projects.lock(code);
        if (pauses.ofRequest(key).isPresent()) {
            return Outcome.DONE;
        }
        Outcome outcome = check(project, person, reason);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (project.status() == ProjectStatus.ON_HOLD) {
            return Outcome.ALREADY_ON_HOLD;
        }
        if (!project.status().mayBecome(ProjectStatus.ON_HOLD)) {
            return Outcome.HOLD_NOT_UNDER_WAY;
        }
        pauses.begin(code, key, person.id(), reason.strip());
        application.run(
                () -> instances(code).forEach(instance -> runtime.suspendProcessInstanceById(instance.getId())));
        return Outcome.DONE;
    }

    /**
     * Lets it go on: what we have set ourselves moves by as long as it stood still; what others set does not, and what
     * fell due in the meantime happens at once. Then it learns what was reported.
     *
     * @param key as in {@link #hold}
     */
    @Transactional
    public Outcome resume(ProjectCode code, String key, Person person, String reason) {
        Project project = projects.lock(code);
        if (pauses.ofRequest(key).isPresent()) {
            return Outcome.DONE;
        }
        Outcome outcome = check(project, person, reason);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        Optional<Pause> pause = pauses.current(code);
        if (pause.isEmpty()) {
            return Outcome.NOT_ON_HOLD;
        }
        goOn(pause.get(), key, person, reason);
        return Outcome.DONE;
    }

    /** As {@link #resume}, once it is settled that it may. */
    void goOn(Pause pause, String key, Person person, String reason) {
        ProjectCode code = pause.project();
        pauses.end(pause, key, person.id(), reason.strip());
        Duration stood = Duration.between(pause.heldAt(), clock.now());
        application.run(() -> {
            List<ProcessInstance> instances = instances(code);
            instances.forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
            instances.forEach(instance -> times.moveBy(stood, instance, code, person.id()));
        });
        messages.tellKept(code, pause.heldAt());
    }

    private Outcome check(Project project, Person person, String reason) {
        if (!mayDecide(project, person)) {
            return Outcome.HOLD_BY_MANAGER;
        }
        return isReason(reason) ? Outcome.DONE : Outcome.REASON_NEEDED;
    }

    /** Whether it says something, not too much, and nothing that cannot be kept. */
    static boolean isReason(String text) {
        String why = text.strip();
        return !why.isEmpty()
                && why.length() <= LONGEST_REASON
                && !UNSTORABLE.matcher(why).find();
    }

    private List<ProcessInstance> instances(ProjectCode code) {
        List<ProcessInstance> all = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code.value())
                .unlimitedList();
        Set<String> going = all.stream()
                .filter(instance -> NOT_ITS_OWN.contains(instance.getProcessDefinitionKey()))
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(instance -> !going.contains(instance.getRootProcessInstanceId()))
                .toList();
    }
}
