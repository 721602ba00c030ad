package com.lianxing.process.deliverablereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.calendar.Clock;
import com.lianxing.deliverable.DeliverResult.Kept;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.DeliveryStep;
import com.lianxing.deliverable.OutsideParties;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.deliverable.Review;
import com.lianxing.deliverable.Verdict;
import com.lianxing.demo.InboundProjects;
import com.lianxing.document.Document;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult.Stored;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Clauses;
import com.lianxing.sourcing.Contract;
import com.lianxing.sourcing.Contracts;
import com.lianxing.sourcing.InvoiceType;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult;
import com.lianxing.sourcing.Suppliers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One test for each way through {@code processes/deliverable-review.bpmn}, called for a project's inspection report. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliverableReviewProcessTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private Deliverables deliverables;

    @Autowired
    private OutsideParties parties;

    @Autowired
    private DeliveryStep step;

    @Autowired
    private Documents documents;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private PortalLinks links;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @Autowired
    private WorkList work;

    @Autowired
    private Outbox outbox;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Contracts contracts;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(DeliverableReview.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(DeliverableReview.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aStepThatIsLateIsEscalatedUntilItIsDone() {
        ProjectCode project = company.startedAt("callActivity_reviewInspection");

        company.letBecomeLate(project, "userTask_deliver");
        assertThat(company.isEscalated(project)).isTrue();
        company.does(project, "userTask_deliver");

        assertThat(company.isEscalated(project)).isFalse();
        assertThat(company.open(project)).containsExactly("userTask_reviewDeliverable");
    }

    @Test
    void aReportThatIsAcceptedGoesOn() {
        ProjectCode project = delivering();

        company.does(project, "userTask_deliver");
        company.does(project, "userTask_reviewDeliverable", "reviewScore", 5);

        assertThat(company.open(project)).containsExactly("userTask_recordInspection");
        Deliverable report = wanted(project);
        DeliveredVersion version = deliverables.lastVersion(report.id()).orElseThrow();
        assertThat(deliverables.released(report.id())).contains(version);
        assertThat(version.deliveredBy()).isEqualTo("purchasing");
        assertThat(deliverables.reviews(report.id())).singleElement().satisfies(review -> {
            assertThat(review.version()).isEqualTo(1);
            assertThat(review.sha256()).isEqualTo(version.sha256());
            assertThat(review.verdict()).isEqualTo(Verdict.ACCEPT);
            assertThat(review.round()).isEqualTo(1);
            assertThat(review.score()).isEqualTo(5);
            assertThat(review.reviewedBy()).isEqualTo("ops");
        });
    }

    @Test
    void afterTwoRoundsTheManagerDecidesOnAFurtherOne() {
        ProjectCode project = delivering();
        Deliverable asked = wanted(project);
        revise(project);
        assertThat(company.open(project)).containsExactly("userTask_deliver");
        revise(project);
        assertThat(company.open(project)).containsExactly("userTask_decideOnRounds");

        company.does(project, "userTask_decideOnRounds", "furtherRound", true);
        assertThat(company.open(project)).containsExactly("userTask_deliver");
        revise(project);
        company.does(project, "userTask_decideOnRounds", "furtherRound", false);

        assertThat(deliverables.reviews(asked.id())).extracting(Review::round).containsExactly(1, 2, 3);
        assertThat(deliverables.versions(asked.id()))
                .extracting(DeliveredVersion::number)
                .containsExactly(1, 2, 3);
        assertThat(deliverables.released(asked.id())).isEmpty();
        assertThat(company.open(project)).as("another inspection").containsExactly("userTask_deliver");
    }

    @Test
    void aFileThatIsAVersionAlreadyIsNoFurtherOne() {
        ProjectCode project = delivering();
        Document first = attachToProject(project, "first");

        enter(project);

        assertThat(deliverables.versions(wanted(project).id()))
                .extracting(DeliveredVersion::documentId)
                .containsExactly(first.id());
        company.does(project, "userTask_reviewDeliverable", "reviewVerdict", "REVISE", "reviewComment", "blurred");
        assertThatThrownBy(() -> enter(project)).isInstanceOf(Refusal.class);
        Document second = attachToProject(project, "second");
        enter(project);
        assertThat(deliverables.versions(wanted(project).id()))
                .extracting(DeliveredVersion::documentId)
                .containsExactly(first.id(), second.id());
    }

    /** Not at the task. */
    private Document attachToProject(ProjectCode project, String content) {
        byte[] pdf = ("%PDF-1.4\n% " + project + content + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        return ((Stored) documents.store(
                        "project",
                        project.value(),
                        "DELIVERABLE",
                        "report.pdf",
                        new ByteArrayInputStream(pdf),
                        "purchasing"))
                .document();
    }

    /** Without a file of its own. */
    private void enter(ProjectCode project) {
        WorkItem item = company.task(project, "userTask_deliver");
        String today = clock.today(ZoneOffset.UTC).toString();
        work.submit(item.taskId(), company.take(item), Map.of("deliveredOn", today, "versionNote", "by mail"));
    }

    @Test
    void givingUpShutsThePartyOutAndMayEndItsContract() {
        ProjectCode project = delivering();
        Deliverable asked = wanted(project);
        OutsideParty lab = parties.put("Lab " + asked.id(), Locale.ENGLISH, ZoneOffset.UTC, null);
        UUID contract = contractWith(lab, project);
        deliverables.brief(asked.id(), lab, "", 1, "pm");
        PortalLink link = links.issue(UUID.randomUUID(), asked.id(), 30, "pm")
                .orElseThrow()
                .link();
        revise(project);

        assertThatThrownBy(() ->
                        company.does(project, "userTask_decideOnRounds", "furtherRound", true, "endContract", true))
                .isInstanceOf(Refusal.class);
        assertThat(links.state(link)).isEqualTo(PortalLink.State.OPEN);
        company.does(project, "userTask_decideOnRounds", "furtherRound", false, "endContract", true);

        assertThat(links.of(asked.id()))
                .singleElement()
                .satisfies(shut -> assertThat(links.state(shut)).isEqualTo(PortalLink.State.REVOKED));
        assertThat(trail.entries("project", project.value(), 0, 200))
                .filteredOn(entry -> entry.action().equals("deliverable.contractEnded"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).contains(lab.name()));
        assertThat(outbox.to("purchasing", 20))
                .filteredOn(message -> message.subjectCode().equals(project.value()))
                .extracting(Notification::kind)
                .contains("CONTRACT_END");
        assertThat(contracts.find(contract)).map(Contract::state).contains(Contract.State.ENDED);
    }

    private UUID contractWith(OutsideParty party, ProjectCode project) {
        SupplierDetails details = new SupplierDetails(
                party.name().toUpperCase(Locale.ROOT), Supplier.Kind.LAB, "CN", Supplier.RiskRating.LOW);
        Supplier supplier = ((SupplierResult.Saved) suppliers.add(details, "purchasing")).supplier();
        Clauses clauses = new Clauses("tests", "5 days a version", InvoiceType.VAT_SPECIAL, "all of it");
        UUID id = UUID.randomUUID();
        contracts.enter(
                id, supplier.id(), project, "L-1", LocalDate.parse("2026-03-01"), 12, 30, clauses, "purchasing");
        contracts.activate(id, "compliance");
        return id;
    }

    @Test
    void aReportThatIsRejectedNeedsAReasonAndIsAskedForAnew() {
        ProjectCode project = delivering();
        company.does(project, "userTask_deliver");

        assertThatThrownBy(() -> company.does(project, "userTask_reviewDeliverable", "reviewVerdict", "REJECT"))
                .isInstanceOf(Refusal.class);
        company.does(project, "userTask_reviewDeliverable", "reviewVerdict", "REJECT", "reviewComment", "another lot");

        assertThat(company.open(project)).containsExactly("userTask_deliver");
    }

    @Test
    void aDeliveryThatIsLateIsToldToPurchasingAndTheManager() {
        ProjectCode project = delivering();

        company.fire(project, "timerEvent_deliveryLate");

        for (String person : List.of("purchasing", "pm")) {
            assertThat(outbox.to(person, 20))
                    .filteredOn(message -> message.subjectCode().equals(project.value()))
                    .extracting(Notification::kind)
                    .containsExactly("DELIVERY_LATE");
        }
        assertThat(company.open(project)).containsExactly("userTask_deliver");
    }

    @Test
    void aPartyThatIsLateIsRemindedInItsLanguageAndLearnsNothingOfTheProject() {
        ProjectCode project = delivering();
        Deliverable asked = wanted(project);
        OutsideParty lab = parties.put("Lab " + asked.id(), Locale.ENGLISH, ZoneOffset.UTC, "lab@example.com");
        deliverables.brief(asked.id(), lab, "", 3, "pm");

        company.fire(project, "timerEvent_deliveryLate");

        assertThat(outbox.to(lab.actor(), 20))
                .singleElement()
                .satisfies(reminder ->
                        assertThat(reminder.outside()).isEqualTo(new Notification.Outside("lab@example.com", false)))
                .satisfies(reminder -> assertThat(reminder.textEn())
                        .contains("Inspection report")
                        .doesNotContain(project.value()));
        outbox.withdrawAllOf(project.value(), Set.of());
    }

    @Test
    void whatThePartyHandsInItselfEndsTheStepAndIsReviewed() {
        ProjectCode project = delivering();
        Deliverable asked = wanted(project);
        OutsideParty lab = parties.put("Lab " + asked.id(), Locale.ENGLISH, ZoneOffset.UTC, null);
        deliverables.brief(asked.id(), lab, "", 3, "pm");
        String task = step.waiting(asked).orElseThrow();

        handIn(asked, lab, task);

        assertThat(company.open(project)).containsExactly("userTask_reviewDeliverable");
        assertThat(step.waiting(asked)).as("nobody waits while it is reviewed").isEmpty();
        company.does(project, "userTask_reviewDeliverable", "reviewVerdict", "REVISE", "reviewComment", "blurred");
        revise(project);
        assertThat(company.open(project)).as("the third of three rounds").containsExactly("userTask_deliver");
    }

    private void handIn(Deliverable asked, OutsideParty lab, String task) {
        byte[] pdf = ("%PDF-1.4\n% " + task + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        transactions.executeWithoutResult(status -> {
            Document file = ((Stored) documents.store(
                            "project",
                            asked.project().value(),
                            "DELIVERABLE",
                            "report.pdf",
                            new ByteArrayInputStream(pdf),
                            lab.actor(),
                            task))
                    .document();
            DeliveredVersion version = ((Kept) deliverables.deliver(asked.id(), file, lab.actor())).version();
            step.end(asked, lab, task, version, "by ourselves");
        });
    }

    private ProjectCode delivering() {
        return company.startedAt("callActivity_reviewInspection");
    }

    private Deliverable wanted(ProjectCode project) {
        return deliverables.of(project).get(0);
    }

    private void revise(ProjectCode project) {
        company.does(project, "userTask_deliver");
        company.does(
                project, "userTask_reviewDeliverable", "reviewVerdict", "REVISE", "reviewComment", "photos missing");
    }
}
