package com.lianxing.process.supplierverification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.DueDiligence;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult;
import com.lianxing.sourcing.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/supplier-verification.bpmn}. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupplierVerificationProcessTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private VerificationWatch watch;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private WorkList work;

    @Autowired
    private Outbox outbox;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Clock clock;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(SupplierVerification.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(SupplierVerification.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aYearAfterItWasVerifiedSomebodyOtherThanItsWriterIsAskedOnce() {
        Supplier factory = verified("compliance");
        ProjectCode project = buying(factory);
        company.letPass(untilAYearLater(factory).minusMinutes(1));
        watch.look();
        assertThat(company.open(project)).doesNotContain("userTask_verifySupplier");

        company.letPass(Duration.ofMinutes(2));
        watch.look();
        watch.look();

        assertThat(company.open(project)).containsOnlyOnce("userTask_verifySupplier");
        assertThat(company.task(project, "userTask_verifySupplier").dueAt())
                .isEqualTo(clock.now().plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.MILLIS));
        company.does(project, "userTask_verifySupplier");
        assertThat(suppliers.require(factory.id()).verifiedBy()).isEqualTo("pm");
        assertThat(suppliers.require(factory.id()).verifiedAt())
                .isAfter(clock.now().minusSeconds(60));
        watch.look();
        assertThat(company.open(project)).doesNotContain("userTask_verifySupplier");
    }

    @Test
    void whoeverWroteItDoesNotAnswer() {
        Supplier factory = written("pm", "compliance");
        ProjectCode project = asked(factory);
        String task = company.task(project, "userTask_verifySupplier").taskId();

        assertThatThrownBy(() -> work.claim(task, "pm")).hasMessageContaining("DUTY_SECOND_PERSON");

        work.claim(task, "compliance");
        company.does(project, "userTask_verifySupplier");
        assertThat(suppliers.require(factory.id()).verifiedBy()).isEqualTo("compliance");
    }

    @Test
    void whatIsNotTrueAnyMoreIsUnverifiedAndItsBuyersHearOfIt() {
        Supplier factory = verified("compliance");
        ProjectCode project = asked(factory);

        company.does(project, "userTask_verifySupplier", "verificationResult", "NOT_ANY_MORE");

        assertThat(suppliers.require(factory.id()).verification()).isEqualTo(Supplier.Verification.UNVERIFIED);
        assertThat(outbox.to("pm", 50))
                .filteredOn(message -> message.subjectCode().equals(project.value()))
                .extracting(Notification::kind)
                .contains("SUPPLIER_UNVERIFIED");
    }

    @Test
    void whatNobodyAnswersInTimeIsEscalatedUntilSomebodyDoes() {
        ProjectCode project = asked(verified("compliance"));
        company.letBecomeLate(project, "userTask_verifySupplier");
        assertThat(company.isEscalated(project)).isTrue();

        company.does(project, "userTask_verifySupplier");

        assertThat(company.isEscalated(project)).isFalse();
    }

    private ProjectCode asked(Supplier factory) {
        ProjectCode project = buying(factory);
        company.letPass(untilAYearLater(factory).plusHours(1));
        watch.look();
        assertThat(company.open(project)).contains("userTask_verifySupplier");
        return project;
    }

    private Duration untilAYearLater(Supplier factory) {
        Instant verified = requireNonNull(suppliers.require(factory.id()).verifiedAt());
        LocalDate day = LocalDate.ofInstant(verified, ZoneOffset.UTC).plusYears(1);
        Instant anniversary =
                day.atTime(verified.atOffset(ZoneOffset.UTC).toLocalTime()).toInstant(ZoneOffset.UTC);
        return Duration.between(clock.now(), anniversary);
    }

    private ProjectCode buying(Supplier factory) {
        ProjectCode project = company.startedAt(
                "userTask_placeOrder", new LineAmount(BudgetLine.PRODUCT, Money.parse("1000.00", "USD")));
        company.does(
                project,
                "userTask_placeOrder",
                "orderAmount",
                "900.00",
                "orderCurrency",
                "USD",
                "supplierId",
                factory.id().toString());
        company.decide(project, "APPROVE");
        return project;
    }

    private Supplier verified(String by) {
        return written("purchasing", by);
    }

    private Supplier written(String writer, String verifier) {
        SupplierDetails details = new SupplierDetails(
                "Factory " + UUID.randomUUID(), Supplier.Kind.FACTORY, "CN", Supplier.RiskRating.LOW);
        Supplier added = ((SupplierResult.Saved) suppliers.add(details, writer)).supplier();
        for (DueDiligence item : DueDiligence.values()) {
            suppliers.check(added.id(), item, true, "as on paper", writer);
        }
        return ((SupplierResult.Saved) suppliers.verify(added.id(), verifier)).supplier();
    }
}
