package com.lianxing.process.fdacertification;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.certification.Certifications;
import com.lianxing.certification.DeviceRoute;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Filings;
import com.lianxing.certification.Paths;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.Messages;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of {@code processes/fda-certification.bpmn} have in common: the company at work, and how far it has come. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CertificationSteps {

    static final String SKU = "BEAUTY-SUN-50";
    static final Paths RADIATION = new Paths(EnumSet.of(FdaPath.RADIATION), null);
    static final Paths CLEARANCE = new Paths(EnumSet.of(FdaPath.DEVICE), DeviceRoute.CLEARANCE_510K);

    @Autowired
    InboundProjects company;

    @Autowired
    CertificationProjects certification;

    @Autowired
    Certifications certifications;

    @Autowired
    Filings filings;

    @Autowired
    Deliverables deliverables;

    @Autowired
    Messages messages;

    @Autowired
    Catalog catalog;

    @Autowired
    Projects projects;

    @Autowired
    BudgetLedger ledger;

    @Autowired
    Outbox outbox;

    @Autowired
    Clock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    WorkList work;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(FdaCertification.KEY);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    /** Everything that is asked for is delivered and accepted. */
    void allProven(ProjectCode project) {
        while (company.open(project).contains("userTask_deliver")) {
            company.does(project, "userTask_deliver");
        }
        while (company.open(project).contains("userTask_reviewDeliverable")) {
            company.does(project, "userTask_reviewDeliverable");
        }
    }

    /** That proof is delivered and accepted. */
    void proven(ProjectCode project, Proof proof) {
        company.does(waiting(project, proof, "userTask_deliver"));
        company.does(waiting(project, proof, "userTask_reviewDeliverable"));
    }

    /** The open task of that proof; of several of its kind any. */
    WorkItem waiting(ProjectCode project, Proof proof, String step) {
        return waiting(project, proof, "", step);
    }

    WorkItem waiting(ProjectCode project, Proof proof, String subject, String step) {
        return work.open(project).stream()
                .filter(item -> item.step().equals(step))
                .filter(item -> deliverables.ofProcess(item.processInstanceId()).stream()
                        .anyMatch(wanted -> wanted.kind().equals(proof.name())
                                && wanted.subject().startsWith(subject)))
                .findFirst()
                .orElseThrow();
    }

    void describeDevice(ProjectCode project) {
        company.save(project, "claims", List.of(claim("Reduces the depth of wrinkles", "BODY_FUNCTION")));
        company.does(
                project,
                "userTask_describeProduct",
                "productKind",
                "EQUIPMENT",
                "productUse",
                "ON_THE_BODY",
                "monographIngredient",
                false);
        assertThat(certifications.requirePaths(project).all()).containsExactly(FdaPath.DEVICE);
    }

    static Map<String, String> claim(String text, String kind) {
        return Map.of("claim", text, "place", "LISTING", "kind", kind);
    }

    static Map<String, String> number(String type, String number) {
        return Map.of("path", "RADIATION", "type", type, "number", number, "effectiveOn", "2026-11-01");
    }

    /** Before the one path of the project. */
    ProjectCode filing(Paths paths, LineAmount... budget) {
        return certification.startedAt("subProcess_filePath#multiInstanceBody", paths, budget);
    }

    /** The FDA has what is filed on the path, which costs no fee. */
    ProjectCode filed(Paths paths) {
        ProjectCode project = filing(paths, line(BudgetLine.AGENCY, "100"));
        company.does(project, "userTask_submitFiling");
        return project;
    }

    /** The FDA has an application for clearance. */
    ProjectCode reviewing() {
        ProjectCode project = filing(CLEARANCE, line(BudgetLine.USER_FEE, "30000.00"));
        company.does(project, "userTask_orderUserFee");
        company.decide(project, "APPROVE");
        company.does(project, "userTask_payUserFee");
        company.does(project, "userTask_submitFiling");
        return project;
    }

    String filing(ProjectCode project) {
        return filings.of(project).get(0).id();
    }

    void answer(ProjectCode project, String message, String content) {
        answer(project, message, content, clock.now());
    }

    void answer(ProjectCode project, String message, String content, Instant at) {
        String id = message + filings.events(filing(project)).size();
        assertThat(report(id, project, message, content, at)).isEqualTo(Messages.Outcome.DELIVERED);
    }

    Messages.Outcome report(String id, ProjectCode project, String message, String content, Instant at) {
        return messages.report(new Messages.Report(
                project + ":" + id, project, message, null, null, filing(project), content, "compliance", at));
    }

    void cancel(ProjectCode project) {
        request(project, ProjectProcess.CANCEL_REQUESTED);
    }

    void request(ProjectCode project, String message) {
        assertThat(messages.report(new Messages.Report(
                        project + ":" + message, project, message, null, null, "{\"reason\":\"path\"}", "pm", null)))
                .isEqualTo(Messages.Outcome.DELIVERED);
    }

    LinePosition position(ProjectCode project, BudgetLine line) {
        return ledger.positions(project).stream()
                .filter(position -> position.line() == line)
                .findFirst()
                .orElseThrow();
    }

    static LineAmount line(BudgetLine line, String amount) {
        return new LineAmount(line, dollars(amount));
    }

    static Money dollars(String amount) {
        return Money.parse(amount, "USD");
    }

    void assertEnded(ProjectCode project, String endEvent, ProjectStatus status) {
        assertThat(projects.require(project).status()).isEqualTo(status);
        assertThat(company.open(project)).isEmpty();
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .processDefinitionKey(FdaCertification.KEY)
                .finished()
                .singleResult()
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .count())
                .isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
    }
}
