package com.lianxing.demo;

import static java.util.Objects.requireNonNull;

import com.lianxing.access.Role;
import com.lianxing.calendar.MovableClock;
import com.lianxing.catalog.Channel;
import com.lianxing.certification.Certifications;
import com.lianxing.certification.Paths;
import com.lianxing.certification.Product;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.Mandate;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** FDA projects that begin at the step a test is about; the company of {@link InboundProjects} works on them. */
@Component
public class CertificationProjects {

    private static final String PROCESS = "fda-certification";

    private final Stories told;
    private final InboundProjects company;
    private final Projects projects;
    private final Certifications certifications;
    private final BudgetLedger ledger;
    private final RuntimeService runtime;
    private final MovableClock clock;
    private final TransactionTemplate transactions;

    CertificationProjects(
            Stories told,
            InboundProjects company,
            Projects projects,
            Certifications certifications,
            BudgetLedger ledger,
            RuntimeService runtime,
            MovableClock clock,
            PlatformTransactionManager manager) {
        this.told = told;
        this.company = company;
        this.projects = projects;
        this.certifications = certifications;
        this.ledger = ledger;
        this.runtime = runtime;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** A project as its start form makes it. */
    public ProjectCode started() {
        StepValues.Story story = told.tell("认证 Certification");
        ProjectCode project = told.player().startCertification(story);
        company.adopt(project, story);
        return project;
    }

    /** A project with these paths, and this budget if there is one, whose process begins before that element. */
    public ProjectCode startedAt(String element, Paths paths, LineAmount... budget) {
        StepValues.Story story = told.tell("认证 Certification");
        ProjectCode project = requireNonNull(transactions.execute(status -> {
            ProjectCode registered = register(story);
            certifications.describe(
                    registered,
                    new Product(
                            Product.Kind.OTHER,
                            Product.Use.NOT_ON_THE_BODY,
                            Product.Emission.NONE,
                            false,
                            null,
                            "路径测试 path test",
                            "CN",
                            "compliance",
                            List.of()));
            certifications.keep(registered, paths, "path test", "compliance");
            if (budget.length > 0) {
                ledger.setBudget(
                        registered + ":first", registered, List.of(budget), Mandate.approved("first", "pm", "manager"));
                projects.setStatus(registered, ProjectStatus.ACTIVE);
            }
            return registered;
        }));
        company.adopt(project, story);
        company.save(project, "certifiedSkus", List.of(Map.of("sku", CertificationValues.SKU)));
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(project.value())
                .setVariables(Map.of(
                        "projectCode",
                        project.value(),
                        "pathCount",
                        (long) paths.filed().size(),
                        "proofCount",
                        3L))
                .startBeforeActivity(element)
                .execute();
        return project;
    }

    private ProjectCode register(StepValues.Story story) {
        Registration registration = projects.register(new NewProject(
                PROCESS,
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
                Map.of(Role.COMPLIANCE, "compliance", Role.FINANCE, "finance")));
        return ((Registration.Registered) registration).project().code();
    }
}
