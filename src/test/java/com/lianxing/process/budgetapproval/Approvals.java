package com.lianxing.process.budgetapproval;

import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.NewRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.catalog.Channel;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration.Registered;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company that approves, and its projects; each test has a project of its own. */
@Component
class Approvals {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String DEPARTMENT = "approvals";

    private final Colleagues colleagues;
    private final People people;
    private final Projects projects;
    private final BudgetLedger ledger;
    private final ApprovalRequests requests;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Approvals(
            Colleagues colleagues,
            People people,
            Projects projects,
            BudgetLedger ledger,
            ApprovalRequests requests,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            Clock clock,
            PlatformTransactionManager manager) {
        this.colleagues = colleagues;
        this.people = people;
        this.projects = projects;
        this.ledger = ledger;
        this.requests = requests;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** The one of the role who decides in every project here. */
    String person(Role role) {
        if (role != Role.DEPARTMENT_MANAGER) {
            return colleagues.with(role);
        }
        String manager = colleagues.with(role, "approvals-manager", Locale.CHINESE);
        people.putDepartment(DEPARTMENT, "审批部", "Approvals");
        people.put(manager, manager, Locale.CHINESE, SHANGHAI, DEPARTMENT);
        return manager;
    }

    String requester() {
        return person(Role.OPERATIONS);
    }

    ProjectCode project() {
        person(Role.DEPARTMENT_MANAGER);
        Map<Role, String> team = new EnumMap<>(Role.class);
        for (Role role : List.of(
                Role.PROJECT_MANAGER, Role.FINANCE, Role.CFO, Role.GENERAL_MANAGER, Role.DIRECTOR, Role.OPERATIONS)) {
            team.put(role, person(role));
        }
        int number = NUMBERS.incrementAndGet();
        NewProject wanted = new NewProject(
                "fba-inbound",
                "Approvals " + number,
                person(Role.PROJECT_MANAGER),
                person(Role.GENERAL_MANAGER),
                DEPARTMENT,
                LocalDateTime.ofInstant(clock.now(), SHANGHAI).plusDays(200),
                SHANGHAI,
                Set.of(Channel.AMAZON_US),
                "approvals-" + number,
                team);
        return inTransaction(
                () -> ((Registered) projects.register(wanted)).project().code());
    }

    /** A project whose budget has these limits. */
    ProjectCode projectWith(LineAmount... limits) {
        ProjectCode code = project();
        inTransaction(() -> ledger.setBudget(
                code + ":first", code, List.of(limits), Mandate.approved("first", requester(), person(Role.CFO))));
        return code;
    }

    static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, Money.parse(dollars, "USD"));
    }

    static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }

    String newId() {
        return "test-request-" + NUMBERS.incrementAndGet();
    }

    Deadline inAMonth() {
        return new Deadline(
                LocalDateTime.ofInstant(clock.now(), SHANGHAI).plusDays(30).withNano(0),
                SHANGHAI,
                DeadlineKind.INTERNAL);
    }

    NewRequest commitment(ProjectCode code, BudgetLine line, String dollars) {
        return NewRequest.commitment(newId(), code, line, usd(dollars), requester(), "because", inAMonth());
    }

    /** Opens the request and starts the process that decides on it. */
    String start(NewRequest wanted) {
        return inTransaction(() -> {
            String requestId = requests.open(wanted);
            return runtime.createProcessInstanceByKey(BudgetApproval.KEY)
                    .businessKey(wanted.code().value())
                    .setVariables(BudgetApproval.REQUEST_ID.is(requestId))
                    .execute()
                    .getId();
        });
    }

    Task task(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    /** Submits the form as the person, with a reason where one is needed. */
    void decide(String person, Task task, String verdict) {
        colleagues.does(person, () -> forms.submitTaskForm(task.getId(), answer(verdict)));
    }

    static Map<String, Object> answer(String verdict) {
        return verdict.equals("APPROVE")
                ? Map.of("verdict", verdict)
                : Map.of("verdict", verdict, "comment", "not like this");
    }

    /** Every approver in turn, as named, until nobody is asked any more. */
    void approveAll(String instance) {
        for (Task task = task(instance); task != null; task = task(instance)) {
            decide(task.getAssignee(), task, "APPROVE");
        }
    }

    Outcome outcome(NewRequest request) {
        Outcome outcome = requests.require(request.requestId()).outcome();
        if (outcome == null) {
            throw new AssertionError(request.requestId() + " is open");
        }
        return outcome;
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came back");
        }
        return result;
    }
}
