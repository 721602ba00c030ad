package com.lianxing.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.access.Role;
import com.lianxing.calendar.MovableClock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Category;
import com.lianxing.catalog.Channel;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.Sku;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.UnitPrice;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration;
import com.lianxing.project.Sheet;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Incoterm;
import com.lianxing.sourcing.Load;
import com.lianxing.sourcing.Need;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.Quantity;
import com.lianxing.sourcing.Quote;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projects that begin at the step a test is about, and the demo company's people, who do one step after the other with
 * the values of the story unless a test says otherwise.
 */
@Component
public class InboundProjects {

    private static final String PROCESS = "fba-inbound";
    private static final Map<Role, String> TEAM = Map.of(
            Role.OPERATIONS, "ops",
            Role.LOGISTICS, "logistics",
            Role.PURCHASING, "purchasing",
            Role.COMPLIANCE, "compliance",
            Role.FINANCE, "finance");
    private static final BigDecimal CBM = new BigDecimal("0.600");
    private static final BigDecimal KG = new BigDecimal("110.000");

    private final Stories told;
    private final Catalog catalog;
    private final WorkList work;
    private final Sheet.Sheets sheets;
    private final Projects projects;
    private final BudgetLedger ledger;
    private final Inbound inbound;
    private final InboundPlans plans;
    private final ShipmentEnds ends;
    private final QuoteComparisons quotes;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final MovableClock clock;
    private final TransactionTemplate transactions;
    private final Map<ProjectCode, StepValues.Story> stories = new HashMap<>();

    InboundProjects(
            Stories told,
            Catalog catalog,
            WorkList work,
            Sheet.Sheets sheets,
            Projects projects,
            BudgetLedger ledger,
            Inbound inbound,
            InboundPlans plans,
            ShipmentEnds ends,
            QuoteComparisons quotes,
            RuntimeService runtime,
            ManagementService management,
            MovableClock clock,
            PlatformTransactionManager manager) {
        this.told = told;
        this.catalog = catalog;
        this.work = work;
        this.sheets = sheets;
        this.projects = projects;
        this.ledger = ledger;
        this.inbound = inbound;
        this.plans = plans;
        this.ends = ends;
        this.quotes = quotes;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Makes the people and the reference values, once. */
    public void enrolTheCompany() {
        told.enrolTheCompany();
    }

    /** Has the company work on a project that another story began. */
    void adopt(ProjectCode project, StepValues.Story story) {
        stories.put(project, story);
    }

    StepValues.Story storyOf(ProjectCode project) {
        return requireNonNull(stories.get(project));
    }

    /** A project as its start form makes it. */
    public ProjectCode started() {
        StepValues.Story story = told.tell("路径 Path");
        ProjectCode project = told.player().start(story);
        stories.put(project, story);
        return project;
    }

    /** A project of one SKU, with this budget if there is one, whose process begins before that element. */
    public ProjectCode startedAt(String element, LineAmount... budget) {
        return startedAt(element, 1, budget);
    }

    /** A project of so many SKUs; see {@link #skus}. */
    public ProjectCode startedAt(String element, int skus, LineAmount... budget) {
        StepValues.Story story = told.tell("路径 Path");
        ProjectCode project = requireNonNull(transactions.execute(status -> register(story, List.of(budget))));
        stories.put(project, story);
        List<Map<String, String>> items = new ArrayList<>();
        for (int sku = 1; sku <= skus; sku++) {
            String code = "PATH-%d-%d".formatted(story.number(), sku);
            catalog.put(sku(code), "ops");
            items.add(Map.of("sku", code, "quantity", "100", "forecastDaily", "2", "sellable", "0", "inbound", "0"));
        }
        save(project, "items", items);
        plans.choose(project, new FreightChoice("OCEAN_LCL", "FOB", "Yantian - Long Beach", CBM, KG), "logistics");
        chooseQuote(project, clock.today(StepValues.SHENZHEN).plusDays(60));
        if (element.equals("userTask_confirmInboundPlan")) {
            plans.enterAmazonsPlan(project, "wf-path-" + story.number(), story.name(), clock.now());
        }
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(project.value())
                .setVariables(leftByEarlierSteps(project, skus))
                .startBeforeActivity(element)
                .execute();
        return project;
    }

    /** A freight quote that was chosen, and until when it is good. */
    public void chooseQuote(ProjectCode project, LocalDate validUntil) {
        Load load =
                new Load(new Quantity(KG, Unit.KG), new Quantity(CBM, Unit.CBM), Quantity.of("100", Unit.PIECE), null);
        Need need = new Need(Purchase.FREIGHT, "FREIGHT:PATH", "Yantian - Long Beach", Incoterm.FOB, load, Unit.CBM);
        Quote quote = new Quote(
                "Ocean Bridge",
                "PATH",
                1,
                "OCEAN_LCL",
                Incoterm.FOB,
                new UnitPrice(BigDecimal.valueOf(500), Currency.getInstance("USD")),
                null,
                30,
                validUntil);
        Comparison one = quotes.compare(need, List.of(quote), Map.of(), validUntil);
        quotes.choose(project, one, one.offers().get(0), "", "logistics");
    }

    private Map<String, Object> leftByEarlierSteps(ProjectCode project, int skus) {
        return Map.of(
                "projectCode",
                project.value(),
                "skuCount",
                (long) skus,
                "placementExpiresAt",
                Date.from(clock.now().plus(Duration.ofDays(6))));
    }

    private ProjectCode register(StepValues.Story story, List<LineAmount> budget) {
        return register(PROCESS, story, TEAM, budget);
    }

    /** A project of that kind, active with its budget if there is one; in the transaction of the caller. */
    ProjectCode register(String process, StepValues.Story story, Map<Role, String> team, List<LineAmount> budget) {
        Registration registration = projects.register(new NewProject(
                process,
                story.name(),
                "pm",
                "gm",
                DemoAccounts.DEPARTMENT,
                LocalDateTime.ofInstant(clock.now(), StepValues.PACIFIC)
                        .plusDays(story.daysToTarget())
                        .truncatedTo(ChronoUnit.MINUTES),
                StepValues.PACIFIC,
                Set.of(Channel.AMAZON_US),
                story.name(),
                team));
        ProjectCode project = ((Registration.Registered) registration).project().code();
        if (!budget.isEmpty()) {
            ledger.setBudget(project + ":first", project, budget, Mandate.approved("first", "pm", "manager"));
            projects.setStatus(project, ProjectStatus.ACTIVE);
        }
        return project;
    }

    private static Sku sku(String code) {
        return new Sku(
                code,
                "路径测试品",
                "Piece of a path test",
                null,
                null,
                "9404909000",
                new UnitPrice(new BigDecimal("5.00"), Currency.getInstance("USD")),
                500,
                2_000,
                Category.HOME,
                ComplianceState.NOT_CLEARED);
    }

    /** The SKUs of a project, in the order of its plan. */
    public List<String> skus(ProjectCode project) {
        return sheets.find("items").orElseThrow().read(Sheet.Subject.of(project)).rows().stream()
                .map(row -> row.get("sku"))
                .toList();
    }

    /** Enters the rows as the next version of a sheet of the project. */
    public void save(ProjectCode project, String name, List<Map<String, String>> rows) {
        save(Sheet.Subject.of(project), name, rows);
    }

    /** The rows of a sheet as they stand. */
    public List<Map<String, String>> rows(ProjectCode project, String name) {
        return sheets.find(name).orElseThrow().read(Sheet.Subject.of(project)).rows();
    }

    /** Enters one row more. */
    public void add(ProjectCode project, String name, Map<String, String> row) {
        Sheet sheet = sheets.find(name).orElseThrow();
        List<Map<String, String>> rows =
                new ArrayList<>(sheet.read(Sheet.Subject.of(project)).rows());
        rows.add(row);
        save(project, name, rows);
    }

    /** The same of one of its shipments. */
    public void save(Sheet.Subject subject, String name, List<Map<String, String>> rows) {
        Sheet sheet = sheets.find(name).orElseThrow();
        assertThat(sheet.save(subject, sheet.read(subject).version(), rows, "ops"))
                .isInstanceOf(Sheet.Saved.Accepted.class);
    }

    /** Steps of the project and of what it called that are open, each once per open task. */
    public List<String> open(ProjectCode project) {
        return work.open(project).stream().map(WorkItem::step).sorted().toList();
    }

    public WorkItem task(ProjectCode project, String step) {
        return work.open(project).stream()
                .filter(item -> item.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open in " + project + ": " + open(project)));
    }

    /** Does this one of several tasks of the same step as the person it is for. */
    public void does(WorkItem item, @Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> instead = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            instead.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        told.player().doOne(item, requireNonNull(stories.get(item.project())), instead);
    }

    /**
     * Does the step as the person it is for.
     *
     * @param keysAndValues of the form, in place of the story's; a null leaves the field empty
     */
    public void does(ProjectCode project, String step, @Nullable Object... keysAndValues) {
        does(task(project, step), keysAndValues);
    }

    /** Claims the task for the person it is for, and says who that is. */
    public String take(WorkItem item) {
        String person = ProjectPlayer.person(item);
        if (item.assignee() == null) {
            work.claim(item.taskId(), person);
        }
        return person;
    }

    /** Every approver in turn says so, until nobody is asked any more. */
    public void decide(ProjectCode project, String verdict) {
        while (open(project).contains("userTask_decide")) {
            does(project, "userTask_decide", "verdict", verdict, "comment", "path");
        }
    }

    /** The process instance of the project itself; empty text once it has ended. */
    public String instance(ProjectCode project) {
        return instance(project, PROCESS);
    }

    /** The same of another kind of project. */
    public String instance(ProjectCode project, String process) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .processDefinitionKey(process)
                .list()
                .stream()
                .findFirst()
                .map(instance -> instance.getId())
                .orElse("");
    }

    /** Lets the timer of that element run out, in the project or in what it called. */
    public void fire(ProjectCode project, String timer) {
        management.executeJob(job(project, timer).getId());
    }

    /** Two days more go by than the step is given, a month at least, and somebody looks at it: it is reported as late. */
    public void letBecomeLate(ProjectCode project, String step) {
        Instant month = clock.now().plus(Duration.ofDays(30));
        Instant late = requireNonNull(task(project, step).dueAt()).plus(Duration.ofDays(2));
        letPass(Duration.between(clock.now(), late.isAfter(month) ? late : month));
        fire(project, step);
    }

    public void letPass(Duration time) {
        clock.moveBy(time);
    }

    /** The clock of the machine again. */
    public void releaseTheClock() {
        clock.release();
    }

    /** Whether somebody is asked about the delay of a step of the project. */
    public boolean isEscalated(ProjectCode project) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .processDefinitionKey("escalation")
                        .count()
                > 0;
    }

    /** When the timer of that element runs out. */
    public Instant due(ProjectCode project, String timer) {
        return job(project, timer).getDuedate().toInstant();
    }

    private Job job(ProjectCode project, String timer) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(project.value()).list().stream()
                        .map(instance -> instance.getId())
                        .toList();
        return management.createJobQuery().activityId(timer).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(timer + " does not run in " + project));
    }

    /** Ends every shipment of the project as if its own process had; what happens in it is tested there. */
    public void endShipments(ProjectCode project) {
        inbound.shipments(project).forEach(shipment -> ends.end(shipment.id(), ShipmentEnds.Outcome.RECEIVED));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .processDefinitionKey("fba-shipment")
                .list()
                .forEach(shipment -> runtime.createProcessInstanceModification(shipment.getId())
                        .cancelAllForActivity(work.open(project).stream()
                                .filter(item -> item.processInstanceId().equals(shipment.getId()))
                                .findFirst()
                                .orElseThrow()
                                .step())
                        .startBeforeActivity("endEvent_shipmentClosed")
                        .execute());
    }
}
