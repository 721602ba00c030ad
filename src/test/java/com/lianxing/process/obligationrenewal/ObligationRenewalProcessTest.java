package com.lianxing.process.obligationrenewal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.ObligationKind;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.PeriodState;
import com.lianxing.obligation.Terms;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.Standstill;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/obligation-renewal.bpmn}. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObligationRenewalProcessTest {

    private static final ZoneId FDA = ZoneId.of("America/New_York");

    @Autowired
    private InboundProjects company;

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private Obligations obligations;

    @Autowired
    private RenewalWatch watch;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Outbox outbox;

    @Autowired
    private WorkList work;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Clock clock;

    @Autowired
    private Standstill standstill;

    @Autowired
    private People people;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(ObligationRenewal.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(ObligationRenewal.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aRenewalBeginsOnceWhenItsWindowOpensAndASecondPersonChecksIt() {
        Obligation facility = cosmetic(Set.of(), certification.started());
        ProjectCode project = facility.project();
        letPassUntil(facility.terms().period(1).opens().minusDays(1));
        watch.look();
        assertThat(company.open(project)).doesNotContain("userTask_renew");

        letPassUntil(facility.terms().period(1).opens());
        watch.look();
        watch.look();
        assertThat(company.open(project)).containsOnlyOnce("userTask_renew");
        assertThat(company.task(project, "userTask_renew").assignee()).isEqualTo("compliance");
        assertThat(company.task(project, "userTask_renew").dueAt())
                .isEqualTo(facility.terms().period(1).due().instant());

        company.does(project, "userTask_renew");
        String check = company.task(project, "userTask_checkRenewal").taskId();
        assertThatThrownBy(() -> work.claim(check, "compliance"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("DUTY_SECOND_PERSON");
        work.claim(check, "pm");
        company.does(project, "userTask_checkRenewal", "renewalVerdict", "RETURN", "renewalComment", "not public yet");
        company.does(project, "userTask_renew");
        work.claim(company.task(project, "userTask_checkRenewal").taskId(), "pm");
        company.does(project, "userTask_checkRenewal");

        assertThat(obligations.state(facility.id(), 1)).contains(PeriodState.RENEWED);
        assertThat(obligations.standings())
                .filteredOn(standing -> standing.obligation().id().equals(facility.id()))
                .singleElement()
                .satisfies(next -> assertThat(next.period().number()).isEqualTo(2));
    }

    @Test
    void moreAndMorePeopleHearOfWhatIsNotRenewed() {
        Obligation facility = opened(Set.of());
        ProjectCode project = facility.project();

        company.fire(project, "timerEvent_fourteenDaysLeft");
        assertThat(warned("pm", project)).isEqualTo(1);
        assertThat(warnings("pm", project)).singleElement().satisfies(warning -> {
            assertThat(warning.textZh()).contains("北京时间").doesNotContain("Beijing");
            assertThat(warning.textEn()).contains("Beijing time");
        });
        assertThat(warned("manager", project)).isZero();
        company.letPass(Duration.between(
                clock.now(), facility.terms().period(1).due().instant().minus(Duration.ofDays(6))));
        company.fire(project, "timerEvent_sevenDaysLeft");
        assertThat(warned("manager", project)).isEqualTo(1);
        company.letPass(Duration.ofDays(4));
        company.fire(project, "timerEvent_threeDaysLeft");

        assertThat(warned("gm", project)).isEqualTo(1);
        assertThat(warned("pm", project)).as("told once").isEqualTo(1);
        company.does(project, "userTask_renew");
    }

    @Test
    void aDatePassedBlocksTheGoodsEverywhereUntilTheyAreRegisteredAnew() {
        ProjectCode moving = company.startedAt("userTask_reworkGoods");
        String sku = company.skus(moving).get(0);
        catalog.setState(sku, ComplianceState.CLEARED, "compliance");
        Obligation facility = opened(Set.of(sku));
        ProjectCode project = facility.project();

        company.fire(project, "timerEvent_renewalDue");

        assertThat(catalog.find(sku).orElseThrow().state()).isEqualTo(ComplianceState.BLOCKED);
        catalog.setState(sku, ComplianceState.CLEARED, "compliance");
        assertThat(catalog.find(sku).orElseThrow().state())
                .as("cleared by hand")
                .isEqualTo(ComplianceState.BLOCKED);
        assertThat(obligations.state(facility.id(), 1)).contains(PeriodState.BREACHED);
        assertThat(company.open(moving)).containsExactly("userTask_decideOnBlockedSku", "userTask_reworkGoods");
        assertThat(outbox.to("pm", 50))
                .filteredOn(message -> message.subjectCode().equals(moving.value()))
                .extracting(Notification::kind)
                .contains("SKU_BLOCKED");
        company.does(moving, "userTask_decideOnBlockedSku");
        assertThat(company.open(moving)).containsExactly("userTask_reworkGoods");

        company.does(project, "userTask_recover");
        assertThat(catalog.find(sku).orElseThrow().state())
                .as("not yet checked")
                .isEqualTo(ComplianceState.BLOCKED);
        String check = company.task(project, "userTask_checkRecovery").taskId();
        assertThatThrownBy(() -> work.claim(check, "compliance"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("DUTY_SECOND_PERSON");
        company.does(
                project,
                "userTask_checkRecovery",
                "renewalVerdict",
                "RETURN",
                "renewalComment",
                "another factory's number");
        company.does(project, "userTask_recover");
        company.does(project, "userTask_checkRecovery");
        assertThat(catalog.find(sku).orElseThrow().state()).isEqualTo(ComplianceState.CLEARED);
        UUID successor = requireNonNull(obligations.require(facility.id()).replacedBy());
        assertThat(obligations.require(successor).terms().anchor()).isEqualTo(clock.today(ZoneId.of("Asia/Shanghai")));
        assertThat(obligations.require(successor).owner()).isEqualTo(facility.owner());
    }

    @Test
    void goodsThatAnotherLapsedRegistrationCoversStayBlocked() {
        ProjectCode moving = company.startedAt("userTask_reworkGoods");
        String sku = company.skus(moving).get(0);
        catalog.setState(sku, ComplianceState.CLEARED, "compliance");
        Obligation first = opened(Set.of(sku));
        Obligation second = opened(Set.of(sku));
        company.fire(first.project(), "timerEvent_renewalDue");
        company.fire(second.project(), "timerEvent_renewalDue");

        company.does(first.project(), "userTask_recover");
        company.does(first.project(), "userTask_checkRecovery");
        assertThat(catalog.find(sku).orElseThrow().state()).isEqualTo(ComplianceState.BLOCKED);
        company.does(second.project(), "userTask_recover");
        company.does(second.project(), "userTask_checkRecovery");

        assertThat(catalog.find(sku).orElseThrow().state()).isEqualTo(ComplianceState.CLEARED);
    }

    @Test
    void whatIsOpenGoesWithItsObligationToAnotherOwnerAndEndsWithIt() {
        Obligation facility = opened(Set.of());
        ProjectCode project = facility.project();
        assertThat(company.task(project, "userTask_renew").assignee()).isEqualTo("compliance");

        obligations.assign(facility.id(), "pm", "compliance", "pm");
        assertThat(company.task(project, "userTask_renew").assignee()).isEqualTo("pm");
        obligations.end(facility.id(), "the factory is closed", "compliance");

        assertThat(company.open(project)).doesNotContain("userTask_renew");
        assertThat(obligations.state(facility.id(), 1)).contains(PeriodState.ENDED);
        assertThatThrownBy(() -> obligations.end(facility.id(), "again", "compliance"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aProjectOnHoldStopsNoClockOfTheLaw() {
        LineAmount goods = new LineAmount(BudgetLine.PRODUCT, Money.parse("1000.00", "USD"));
        ProjectCode project = company.startedAt("userTask_reworkGoods", goods);
        opened(Set.of(), project);
        Instant due = company.task(project, "userTask_renew").dueAt();
        Person manager = people.require("manager");

        assertThat(standstill.hold(project, project + ":hold", manager, "waiting for the brand"))
                .isEqualTo(Standstill.Outcome.DONE);
        company.letPass(Duration.ofDays(3));
        assertThat(standstill.resume(project, project + ":resume", manager, "it came"))
                .isEqualTo(Standstill.Outcome.DONE);
        assertThat(company.task(project, "userTask_renew").dueAt()).isEqualTo(due);
        standstill.hold(project, project + ":again", manager, "again");
        company.does(project, "userTask_renew");

        assertThat(company.open(project)).contains("userTask_checkRenewal");
    }

    @Test
    void aStepThatIsLateIsEscalatedUntilItIsDone() {
        Obligation facility = opened(Set.of());
        ProjectCode project = facility.project();
        company.does(project, "userTask_renew");
        company.letBecomeLate(project, "userTask_checkRenewal");
        assertThat(company.isEscalated(project)).isTrue();

        work.claim(company.task(project, "userTask_checkRenewal").taskId(), "pm");
        company.does(project, "userTask_checkRenewal");

        assertThat(company.isEscalated(project)).isFalse();
    }

    @Test
    void anOwnerAndAnotherDeputyAlwaysExist() {
        ProjectCode project = certification.started();
        Terms terms = Terms.of(ObligationKind.DEVICE_ESTABLISHMENT, clock.today(FDA));
        for (List<String> people : List.of(List.of("compliance", "compliance"), List.of("compliance", "nobody-here"))) {
            assertThatThrownBy(() -> obligations.create(
                            UUID.randomUUID(),
                            terms,
                            "Establishment",
                            "1",
                            project,
                            people.get(0),
                            people.get(1),
                            Set.of(),
                            "pm"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Obligation cosmetic(Set<String> skus, ProjectCode project) {
        return obligations.create(
                UUID.randomUUID(),
                Terms.of(ObligationKind.COSMETIC_FACILITY, clock.today(FDA)),
                "Guangzhou Meiyan",
                "3012345678",
                project,
                "compliance",
                "pm",
                skus,
                "compliance");
    }

    /** Its window is open, and somebody is to renew it. */
    private Obligation opened(Set<String> skus) {
        return opened(skus, certification.started());
    }

    private Obligation opened(Set<String> skus, ProjectCode project) {
        Obligation facility = cosmetic(skus, project);
        letPassUntil(facility.terms().period(1).opens());
        watch.look();
        assertThat(company.open(facility.project())).contains("userTask_renew");
        return facility;
    }

    private void letPassUntil(LocalDate day) {
        company.letPass(
                Duration.between(clock.now(), day.atTime(12, 0).atZone(FDA).toInstant()));
    }

    private long warned(String person, ProjectCode project) {
        return warnings(person, project).count();
    }

    private Stream<Notification> warnings(String person, ProjectCode project) {
        return outbox.to(person, 100).stream()
                .filter(message -> message.subjectCode().equals(project.value()))
                .filter(message -> message.kind().equals("RENEWAL_NEAR"));
    }
}
