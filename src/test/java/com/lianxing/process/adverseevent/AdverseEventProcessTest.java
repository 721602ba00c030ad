package com.lianxing.process.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Paths;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/adverse-event.bpmn}. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdverseEventProcessTest {

    private static final ZoneId FDA = ZoneId.of("America/New_York");
    private static final Paths COSMETIC = new Paths(EnumSet.of(FdaPath.COSMETIC), null);

    @Autowired
    private InboundProjects company;

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private WorkList work;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Clock clock;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(AdverseEvent.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(AdverseEvent.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aSeriousEventIsReportedWithinFifteenWorkingDaysCheckedAndFollowed() {
        ProjectCode product = onTheMarket();
        learn(product, true);
        LocalDate today = clock.today(FDA);
        assertThat(company.task(product, "userTask_reportEvent").dueAt())
                .isEqualTo(fifteenWorkingDaysAfter(today)
                        .atTime(23, 59)
                        .atZone(FDA)
                        .toInstant());

        company.does(product, "userTask_reportEvent");
        String check = company.task(product, "userTask_checkReport").taskId();
        assertThatThrownBy(() -> work.claim(check, "compliance"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("DUTY_SECOND_PERSON");
        work.claim(check, "pm");
        company.does(product, "userTask_checkReport", "reportVerdict", "RETURN", "reportComment", "no label");
        company.does(product, "userTask_reportEvent");
        work.claim(company.task(product, "userTask_checkReport").taskId(), "pm");
        company.does(product, "userTask_checkReport");
        assertThat(company.task(product, "userTask_followUp").dueAt())
                .isEqualTo(today.plusYears(1).atTime(23, 59).atZone(FDA).toInstant());
        company.does(product, "userTask_followUp");

        assertThat(running(product)).isZero();
    }

    @Test
    void afterAYearNothingMoreIsReported() {
        ProjectCode product = onTheMarket();
        learn(product, true);
        company.does(product, "userTask_reportEvent");
        work.claim(company.task(product, "userTask_checkReport").taskId(), "pm");
        company.does(product, "userTask_checkReport");

        company.fire(product, "timerEvent_followUpOver");

        assertThat(running(product)).isZero();
    }

    @Test
    void anEventThatIsNotSeriousIsKeptOnFile() {
        ProjectCode product = onTheMarket();

        learn(product, false);

        assertThat(running(product)).isZero();
    }

    @Test
    void aReportThatIsLateIsEscalatedUntilItIsMade() {
        ProjectCode product = onTheMarket();
        learn(product, true);
        company.letBecomeLate(product, "userTask_reportEvent");
        assertThat(company.isEscalated(product)).isTrue();

        company.does(product, "userTask_reportEvent");

        assertThat(company.isEscalated(product)).isFalse();
    }

    /** Counted as one would on a wall calendar, with the holidays of law in these weeks. */
    private static LocalDate fifteenWorkingDaysAfter(LocalDate day) {
        LocalDate counted = day;
        for (int days = 0; days < 15; ) {
            counted = counted.plusDays(1);
            boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(counted.getDayOfWeek());
            if (!weekend && !WorkingCalendar.usFederal().specialDay(counted).isPresent()) {
                days++;
            }
        }
        return counted;
    }

    private ProjectCode onTheMarket() {
        return certification.startedAt(
                "userTask_closeCertification",
                COSMETIC,
                new LineAmount(BudgetLine.AGENCY, Money.parse("100.00", "USD")));
    }

    private void learn(ProjectCode product, boolean serious) {
        work.start(
                AdverseEvent.KEY,
                "compliance",
                Map.of(
                        "eventProject",
                        product.value(),
                        "learnedOn",
                        clock.today(FDA).toString(),
                        "serious",
                        serious,
                        "eventText",
                        "皮疹 a rash"));
    }

    private long running(ProjectCode product) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(product.value())
                .processDefinitionKey(AdverseEvent.KEY)
                .count();
    }
}
