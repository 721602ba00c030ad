package com.lianxing.demo;

import static java.util.Objects.requireNonNull;

import com.lianxing.access.Role;
import com.lianxing.certification.Certifications;
import com.lianxing.certification.Paths;
import com.lianxing.certification.Product;
import com.lianxing.ledger.LineAmount;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** FDA projects that begin at the step a test is about; the company of {@link InboundProjects} works on them. */
@Component
public class CertificationProjects {

    private static final String PROCESS = "fda-certification";
    private static final Map<Role, String> TEAM = Map.of(Role.COMPLIANCE, "compliance", Role.FINANCE, "finance");

    private final Stories told;
    private final InboundProjects company;
    private final Certifications certifications;
    private final RuntimeService runtime;
    private final TransactionTemplate transactions;

    CertificationProjects(
            Stories told,
            InboundProjects company,
            Certifications certifications,
            RuntimeService runtime,
            PlatformTransactionManager manager) {
        this.told = told;
        this.company = company;
        this.certifications = certifications;
        this.runtime = runtime;
        this.transactions = new TransactionTemplate(manager);
    }

    /** A project as its start form makes it. */
    public ProjectCode started() {
        StepValues.Story story = told.tell("认证 Certification");
        ProjectCode project = told.player().startCertification(story);
        company.adopt(project, story);
        return project;
    }

    /** Has the company work on a project that follows another one. */
    public void goesOnWith(ProjectCode successor, ProjectCode predecessor) {
        company.adopt(successor, company.storyOf(predecessor));
    }

    /** A project with these paths, and this budget if there is one, whose process begins before that element. */
    public ProjectCode startedAt(String element, Paths paths, LineAmount... budget) {
        StepValues.Story story = told.tell("认证 Certification");
        ProjectCode project = requireNonNull(transactions.execute(status -> {
            ProjectCode registered = company.register(PROCESS, story, TEAM, List.of(budget));
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
}
