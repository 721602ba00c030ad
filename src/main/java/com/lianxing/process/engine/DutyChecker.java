package com.lianxing.process.engine;

import com.lianxing.access.Credentials;
import com.lianxing.access.Role;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Who may work on a task, on every path into the engine: claim only as a candidate, complete only as the assignee,
 * never as one who audits, owns the process or administers, and never against a {@link DutyRule}. The engine's own
 * right TASK_WORK is asked too, but looks at neither candidate nor assignee.
 *
 * <p>Closed: where nobody is authenticated nobody works on a task, and an operation it does not know is the assignee's.
 */
class DutyChecker extends ClosedInstances {

    private static final Set<Role> NEVER_WORK = EnumSet.of(Role.AUDITOR, Role.PROCESS_OWNER, Role.CAMUNDA_ADMIN);

    private static final CommandField<String> CLAIMED_BY = CommandField.of(ClaimTaskCmd.class, "userId", String.class);
    private static final CommandField<String> ASSIGNED_TO =
            CommandField.of(AbstractAddIdentityLinkCmd.class, "userId", String.class);

    private final ObjectProvider<DutyRule> rules;
    private final ObjectProvider<Credentials> credentials;

    /** The task a guard has asked about just before the command itself asks again. */
    private final ThreadLocal<@Nullable TaskEntity> checkedBefore = new ThreadLocal<>();

    DutyChecker(ObjectProvider<DutyRule> rules, ObjectProvider<Credentials> credentials) {
        this.rules = rules;
        this.credentials = credentials;
    }

    /** Checks now what the command would check itself after its guard; the command's own check is then passed over. */
    void checkAhead(TaskEntity task) {
        checkTaskWork(task);
        checkedBefore.set(task);
    }

    void forgetAhead() {
        checkedBefore.remove();
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (checkedBefore.get() == task) {
            checkedBefore.remove();
            return;
        }
        if (task.getProcessDefinitionId() == null) {
            throw Refusal.duty("NO_LOOSE_TASKS");
        }
        String person = Actor.person().orElseThrow(() -> Refusal.duty("DUTY_NOBODY"));
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        Operation operation = operation(command);
        if (operation == Operation.CLAIM) {
            checkClaim(task, person, CLAIMED_BY.get(command));
        } else if (!person.equals(task.getAssignee())) {
            throw task.getAssignee() == null
                    ? Refusal.duty("DUTY_NOT_CLAIMED")
                    : Refusal.duty("DUTY_NOT_ASSIGNEE", task.getAssignee());
        }
        Set<Role> roles = workingRoles(person);
        if (operation == Operation.CLAIM && !isCandidate(task, person, roles)) {
            throw Refusal.duty("DUTY_NOT_CANDIDATE");
        }
        checkRules(task, person, operation);
    }

    /** Whoever may work on the task, also while a colleague has it, may write a comment on it. */
    void checkNote(TaskEntity task) {
        String person = Actor.person().orElseThrow(() -> Refusal.duty("DUTY_NOBODY"));
        if (!isCandidate(task, person, workingRoles(person))) {
            throw Refusal.duty("DUTY_NOT_CANDIDATE");
        }
        checkRules(task, person, Operation.OTHER);
    }

    private Set<Role> workingRoles(String person) {
        Set<Role> roles = credentials.getObject().rolesOf(person);
        if (roles.stream().anyMatch(NEVER_WORK::contains)) {
            throw Refusal.duty("DUTY_ROLE_EXCLUDED");
        }
        return roles;
    }

    private void checkRules(TaskEntity task, String person, Operation operation) {
        Work work = Work.of(task);
        rules.orderedStream().forEach(rule -> rule.check(work, person, operation));
        super.checkTaskWork(task);
    }

    private static Operation operation(@Nullable Command<?> command) {
        if (command instanceof ClaimTaskCmd) {
            return Operation.CLAIM;
        }
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd
                ? Operation.COMPLETE
                : Operation.OTHER;
    }

    /** @param claimant null gives the task back */
    private static void checkClaim(TaskEntity task, String person, @Nullable String claimant) {
        if (claimant == null && !person.equals(task.getAssignee())) {
            throw Refusal.duty("DUTY_NOT_ASSIGNEE", String.valueOf(task.getAssignee()));
        }
        if (claimant != null && !claimant.equals(person)) {
            throw Refusal.duty("DUTY_CLAIM_FOR_OTHER");
        }
    }

    private static boolean isCandidate(TaskEntity task, String person, Set<Role> roles) {
        if (person.equals(task.getAssignee())) {
            return true;
        }
        return task.getCandidates().stream()
                .anyMatch(link -> person.equals(link.getUserId())
                        || (link.getGroupId() != null
                                && Role.of(link.getGroupId())
                                        .filter(roles::contains)
                                        .isPresent()));
    }

    /** Assignee, owner, candidates, due date, name: the application's, except that the assignee may give back. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        if (!Actor.isPerson()) {
            return;
        }
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        boolean givesBack = command instanceof AssignTaskCmd
                && ASSIGNED_TO.get(command) == null
                && Actor.person()
                        .filter(person -> person.equals(task.getAssignee()))
                        .isPresent()
                && !task.getCandidates().isEmpty();
        if (!givesBack) {
            throw Refusal.duty("DUTY_ASSIGN");
        }
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        refusePeople("NO_LOOSE_TASKS");
    }

    @Override
    public void checkCreateTask() {
        refusePeople("NO_LOOSE_TASKS");
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        refusePeople("NO_LOOSE_TASKS");
    }

    @Override
    public void checkCreateBatch(Permission permission) {
        refusePeople("NO_BULK");
    }
}
