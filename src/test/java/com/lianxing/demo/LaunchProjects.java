package com.lianxing.demo;

import static java.util.Objects.requireNonNull;

import com.lianxing.access.Role;
import com.lianxing.ledger.LineAmount;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Launches that begin where a test is about; the company of {@link InboundProjects} works on them. */
@Component
public class LaunchProjects {

    private static final String PROCESS = "black-friday-launch";
    private static final Map<Role, String> TEAM = Map.of(
            Role.OPERATIONS, "ops",
            Role.ADVERTISING, "ads",
            Role.DESIGN, "design",
            Role.COMPLIANCE, "compliance",
            Role.FINANCE, "finance");

    private final Stories told;
    private final InboundProjects company;
    private final TransactionTemplate transactions;

    LaunchProjects(Stories told, InboundProjects company, PlatformTransactionManager manager) {
        this.told = told;
        this.company = company;
        this.transactions = new TransactionTemplate(manager);
    }

    /** A launch with this budget if there is one, in which nothing has happened yet. */
    public ProjectCode registered(LineAmount... budget) {
        StepValues.Story story = told.tell("黑五 Black Friday");
        ProjectCode project =
                requireNonNull(transactions.execute(status -> company.register(PROCESS, story, TEAM, List.of(budget))));
        company.adopt(project, story);
        return project;
    }
}
