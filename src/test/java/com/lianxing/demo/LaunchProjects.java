package com.lianxing.demo;

import static java.util.Objects.requireNonNull;

import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.launch.Charter;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Launches that begin where a test is about; the company of {@link InboundProjects} works on them. */
@Component
public class LaunchProjects {

    public static final String PILLOW = "HOME-PILLOW-01";
    public static final String LAMP = "HOME-LAMP-02";

    private static final String PROCESS = "black-friday-launch";
    private static final Map<Role, String> TEAM = Map.of(
            Role.OPERATIONS, "ops",
            Role.ADVERTISING, "ads",
            Role.DESIGN, "design",
            Role.COMPLIANCE, "compliance",
            Role.FINANCE, "finance");

    private final Stories told;
    private final InboundProjects company;
    private final Launches launches;
    private final Catalog catalog;
    private final RuntimeService runtime;
    private final Clock clock;
    private final TransactionTemplate transactions;

    LaunchProjects(
            Stories told,
            InboundProjects company,
            Launches launches,
            Catalog catalog,
            RuntimeService runtime,
            Clock clock,
            PlatformTransactionManager manager) {
        this.told = told;
        this.company = company;
        this.launches = launches;
        this.catalog = catalog;
        this.runtime = runtime;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** A launch as its start form makes it, of two SKUs that may be sold. */
    public ProjectCode started() {
        catalog.setState(PILLOW, ComplianceState.CLEARED, "compliance");
        catalog.setState(LAMP, ComplianceState.CLEARED, "compliance");
        StepValues.Story story = told.tell("黑五 Black Friday");
        ProjectCode project = told.player().startLaunch(story);
        company.adopt(project, story);
        return project;
    }

    /** A launch that the company of the demo has played on its own until it comes to that step. */
    public ProjectCode playedUntil(String step) {
        catalog.setState(PILLOW, ComplianceState.CLEARED, "compliance");
        catalog.setState(LAMP, ComplianceState.CLEARED, "compliance");
        StepValues.Story story = told.tell("黑五 Black Friday");
        StepValues.Story soon =
                new StepValues.Story(story.number(), story.name(), 55, story.supplierId(), story.forwarderId());
        ProjectCode project = told.player().startLaunch(soon);
        company.adopt(project, soon);
        told.player().play(project, soon, Set.of(step));
        return project;
    }

    /** A launch with this budget if there is one, in which nothing has happened yet. */
    public ProjectCode registered(LineAmount... budget) {
        StepValues.Story story = told.tell("黑五 Black Friday");
        ProjectCode project =
                requireNonNull(transactions.execute(status -> company.register(PROCESS, story, TEAM, List.of(budget))));
        company.adopt(project, story);
        return project;
    }

    /** A launch with a budget and everything planned, whose process begins before that element; its event begins in ten days. */
    public ProjectCode startedAt(String element) {
        catalog.setState(PILLOW, ComplianceState.CLEARED, "compliance");
        catalog.setState(LAMP, ComplianceState.CLEARED, "compliance");
        ProjectCode project = registered(
                line(BudgetLine.AD_SPEND, "9000.00"),
                line(BudgetLine.DEAL_FEES, "1500.00"),
                line(BudgetLine.CREATIVE, "2000.00"),
                line(BudgetLine.CONTINGENCY, "1500.00"));
        launches.agree(project, new Charter(dollars("50000.00"), 1500, 12, dollars("5000.00"), 12), "pm");
        LaunchValues values = new LaunchValues(
                new StepValues(
                        LocalDateTime.ofInstant(clock.now(), StepValues.SHENZHEN),
                        new StepValues.Story(0, "", 150, "", "")),
                new StepValues.Story(0, "", 150, "", ""));
        for (String sheet : List.of(
                "launchSkus", "launchCalendar", "offers", "deals", "assets", "campaigns", "readiness", "roster")) {
            company.save(project, sheet, values.rows(sheet));
        }
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(project.value())
                .setVariables(leftByEarlierSteps(project))
                .startBeforeActivity(element)
                .execute();
        return project;
    }

    private Map<String, Object> leftByEarlierSteps(ProjectCode project) {
        Instant start = clock.now().plus(Duration.ofDays(10));
        Map<String, Object> left = new HashMap<>();
        left.put("projectCode", project.value());
        left.put("skuCount", 2L);
        left.put("dealCount", 2L);
        left.put("assetCount", 1L);
        left.put("accountHealth", "NORMAL");
        left.put("eventStartAt", Date.from(start));
        left.put("launchDecisionDueAt", Date.from(start.minus(Duration.ofHours(24))));
        left.put("eventEndAt", Date.from(start.plus(Duration.ofDays(5))));
        left.put("returnsUntilAt", Date.from(start.plus(Duration.ofDays(70))));
        left.put("claimsUntilAt", Date.from(start.plus(Duration.ofDays(190))));
        return left;
    }

    private static LineAmount line(BudgetLine line, String amount) {
        return new LineAmount(line, dollars(amount));
    }

    private static Money dollars(String amount) {
        return Money.parse(amount, "USD");
    }
}
