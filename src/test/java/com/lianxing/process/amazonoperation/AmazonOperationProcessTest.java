package com.lianxing.process.amazonoperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.MovableClock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.inbound.AmazonFailure.Kind;
import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.AmazonOffers.Placement;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Inbound.Shipment;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundShipments.Operation;
import com.lianxing.inbound.InboundShipments.Plan;
import com.lianxing.inbound.InboundShipments.Problem;
import com.lianxing.money.Money;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.ShownForms;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWorker;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One write at Amazon, each way through {@code processes/amazon-operation.bpmn}, with the real worker and database. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmazonOperationProcessTest {

    private static final Problem WRONG_SKU = new Problem("FBA_INB_0182", "The MSKU LAMP has no listing.", "");

    @Autowired
    private ScriptedAmazon amazon;

    @Autowired
    private InboundProjects company;

    @Autowired
    private InboundPlans plans;

    @Autowired
    private AmazonOffers offers;

    @Autowired
    private Inbound inbound;

    @Autowired
    private SubmitOperation submitOperation;

    @Autowired
    private OutsideWorker worker;

    @Autowired
    private WorkList work;

    @Autowired
    private ShownForms shown;

    @Autowired
    private ProjectSteps steps;

    @Autowired
    private ExternalTaskService externalTasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(AmazonOperation.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(AmazonOperation.KEY, repository);
    }

    @BeforeEach
    void connect() {
        clock.moveTo(clock.now());
        amazon.connect();
    }

    @AfterEach
    void disconnect() {
        amazon.disconnect();
        clock.release();
    }

    /** @param instance of {@code amazon-operation} */
    private record Run(ProjectCode project, String instance) {}

    @Test
    void aPlanIsAskedForOnceAndLookedAtUntilAmazonHasMadeIt() {
        Run run = createPlan();
        worker.workAll();
        fireTimer(run);
        worker.workAll();
        fireTimer(run);
        amazon.finishes(Operation.State.SUCCESS);
        worker.workAll();

        assertEnded(run, "endEvent_done", "SUCCESS");
        assertThat(amazon.writes()).hasSize(1);
        Plan plan = onlyPlan(run);
        assertThat(plan.name()).startsWith(run.project().value() + " ").hasSizeLessThanOrEqualTo(40);
        assertThat(amazon.writes().get(0)).contains(company.skus(run.project()).get(0) + ", quantity=100");
        assertThat(plans.latest(run.project())).contains(plan.id());
    }

    @Test
    void whatAmazonCouldNotDoReachesAPersonInAmazonsWordsAndIsAskedAnew() {
        Run run = createPlan();
        worker.workAll();
        amazon.finishes(Operation.State.FAILED, WRONG_SKU);
        fireTimer(run);
        worker.workAll();

        assertThat(incidents(run))
                .extracting(Incident::getIncidentMessage)
                .containsExactly("FBA_INB_0182: The MSKU LAMP has no listing.");
        WorkItem problem = company.task(run.project(), "userTask_handleProblem");
        assertThat(formOf(problem, Locale.ENGLISH))
                .contains("The MSKU LAMP has no listing", "Create the inbound plan", "Amazon says no");
        assertThat(formOf(problem, Locale.CHINESE)).contains("The MSKU LAMP has no listing", "创建入仓计划");

        answer(problem, "AGAIN");
        assertThat(incidents(run)).isEmpty();
        worker.workAll();
        fireTimer(run);
        amazon.finishes(Operation.State.SUCCESS);
        worker.workAll();

        assertEnded(run, "endEvent_done", "SUCCESS");
        assertThat(plansOf(run)).hasSize(2).extracting(Plan::name).doesNotHaveDuplicates();
        assertThat(plans.latest(run.project())).contains(plansOf(run).get(1).id());
    }

    @Test
    void aPersonMayDoItByHandInstead() {
        Run run = createPlan();
        amazon.disconnect();
        worker.workAll();

        assertThat(incidents(run)).hasSize(1);
        WorkItem problem = company.task(run.project(), "userTask_handleProblem");
        assertThat(formOf(problem, Locale.ENGLISH)).contains("No seller account is connected");
        answer(problem, "BY_HAND");

        assertEnded(run, "endEvent_notDone", null);
        assertThat(incidents(run)).isEmpty();
        assertThat(plans.latest(run.project())).isEmpty();
    }

    @Test
    void whereAmazonIsNotConnectedNothingIsAskedAndNobodyIsBothered() {
        amazon.disconnect();
        Run run = createPlan();

        assertEnded(run, "endEvent_notConnected", null);
        assertThat(worker.workAll()).isZero();
        assertThat(incidents(run)).isEmpty();
        assertThat(company.open(run.project())).doesNotContain("userTask_handleProblem");
    }

    @Test
    void aNodeThatDiesBeforeItHearsAmazonsAnswerLeavesNoSecondPlan() {
        Run run = createPlan();
        amazon.diesAfterNextWrite();
        assertThatExceptionOfType(ScriptedAmazon.NodeDied.class).isThrownBy(worker::workAll);
        assertThat(plansOf(run)).hasSize(1);
        assertThat(worker.workAll()).as("the dead node's lock still holds").isZero();

        clock.moveBy(Duration.ofMinutes(2).plusSeconds(1));
        worker.workAll();

        assertEnded(run, "endEvent_done", "SUCCESS");
        assertThat(amazon.writes()).hasSize(1);
        assertThat(plans.latest(run.project())).contains(onlyPlan(run).id());
    }

    @Test
    void aNodeThatDiesBeforeItTellsTheEngineLeavesNoSecondPlan() {
        Run run = createPlan();
        ExternalTask task = externalTask(run);
        submitOperation.perform(new OutsideTask(
                task.getId(),
                run.instance(),
                task.getActivityId(),
                run.project().value(),
                Map.of("projectCode", run.project().value(), "amazonStep", "CREATE_PLAN")));
        assertThat(plansOf(run)).hasSize(1);

        worker.workAll();
        fireTimer(run);
        amazon.finishes(Operation.State.SUCCESS);
        worker.workAll();

        assertEnded(run, "endEvent_done", "SUCCESS");
        assertThat(amazon.writes()).hasSize(1);
    }

    @Test
    void aBusyAmazonIsAskedLaterAndThatIsNoFailure() {
        Run run = createPlan();
        amazon.fails(Kind.BUSY, "QuotaExceeded", Duration.ofSeconds(37));
        for (int times = 0; times < 20; times++) {
            assertThat(worker.workAll()).isOne();
            clock.moveBy(Duration.ofSeconds(36));
            assertThat(worker.workAll()).as("before the time is up").isZero();
            clock.moveBy(Duration.ofSeconds(2));
        }
        assertThat(externalTask(run).getRetries()).isNull();
        assertThat(company.open(run.project())).doesNotContain("userTask_handleProblem");
        amazon.answersAgain();
        worker.workAll();
        assertThat(plansOf(run)).hasSize(1);
    }

    @Test
    void anAmazonThatDoesNotAnswerIsTriedLaterAndLaterAndThenGivenUp() {
        Run run = createPlan();
        amazon.fails(Kind.UNREACHABLE, "no answer", Duration.ZERO);
        worker.workAll();
        for (Duration wait : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(6))) {
            assertThat(incidents(run)).isEmpty();
            clock.moveBy(wait.minusSeconds(1));
            assertThat(worker.workAll()).as("before %s", wait).isZero();
            clock.moveBy(wait.dividedBy(10).plusSeconds(2));
            assertThat(worker.workAll()).as("after %s", wait).isOne();
        }
        assertThat(incidents(run)).hasSize(1);
        assertThat(company.open(run.project())).containsOnlyOnce("userTask_handleProblem");

        // Tried again beside the person's task, in vain: the person is not asked a second time.
        externalTasks.setRetries(externalTask(run).getId(), 1);
        worker.workAll();
        assertThat(company.open(run.project())).containsOnlyOnce("userTask_handleProblem");

        // And once it works nobody is asked any more.
        amazon.answersAgain();
        externalTasks.setRetries(externalTask(run).getId(), 1);
        worker.workAll();
        fireTimer(run);
        amazon.finishes(Operation.State.SUCCESS);
        worker.workAll();
        assertEnded(run, "endEvent_done", "SUCCESS");
        assertThat(company.open(run.project())).doesNotContain("userTask_handleProblem");
        assertThat(plansOf(run)).hasSize(1);
    }

    @Test
    void everyStepIsAskedOfThePlanOfItsProject() {
        Run run = createPlan();
        finish(run);
        String plan = onlyPlan(run).id();
        String sku = company.skus(run.project()).get(0);
        company.save(
                run.project(),
                "boxes",
                List.of(Map.of(
                        "sku",
                        sku,
                        "unitsPerBox",
                        "20",
                        "boxes",
                        "5",
                        "length",
                        "40",
                        "width",
                        "30",
                        "height",
                        "20",
                        "lengthUnit",
                        "CM",
                        "weight",
                        "9.5",
                        "weightUnit",
                        "KG")));
        steps.record(
                run.project(),
                null,
                "choose-placement",
                "task-" + plan,
                "ops",
                clock.now(),
                Map.of("optionId", "pl-2"),
                "");
        String today = clock.today(ZoneOffset.UTC).toString();
        steps.record(
                run.project(),
                null,
                "choose-delivery",
                "window-" + plan,
                "ops",
                clock.now(),
                Map.of(
                        "windowFrom",
                        today,
                        "windowTo",
                        clock.today(ZoneOffset.UTC).plusDays(60).toString()),
                "");

        for (AmazonStep step : AmazonStep.values()) {
            if (step != AmazonStep.CREATE_PLAN) {
                finish(start(run.project(), step));
            }
        }

        assertThat(amazon.writes().subList(1, 11))
                .satisfiesExactly(
                        write -> assertThat(write).isEqualTo("offerPacking " + plan),
                        write -> assertThat(write).isEqualTo("confirmPacking " + plan + " po-cheap"),
                        write -> assertThat(write)
                                .startsWith("describeBoxes " + plan)
                                .contains("pg-1", "weight=9.5"),
                        write -> assertThat(write).isEqualTo("offerPlacements " + plan),
                        write -> assertThat(write).isEqualTo("confirmPlacement " + plan + " pl-2"),
                        write -> assertThat(write)
                                .startsWith("offerTransport " + plan)
                                .contains("shipmentId=sh-1", "shipmentId=sh-2"),
                        write -> assertThat(write).isEqualTo("offerDeliveryWindows " + plan + " sh-2"),
                        write -> assertThat(write)
                                .as("the first is blocked")
                                .isEqualTo("confirmDeliveryWindow " + plan + " dw-3-sh-2"),
                        write -> assertThat(write)
                                .startsWith("confirmTransport " + plan)
                                .contains("to-own-sh-1", "to-own-sh-2"),
                        write -> assertThat(write).isEqualTo("voidPlan " + plan));
        assertThat(plans.isVoid(run.project())).isTrue();
        assertThat(offers.placements(run.project()))
                .extracting(Placement::optionId)
                .containsExactly("pl-1", "pl-2", "pl-3");
        assertThat(offers.windows(run.project())).hasSize(3);
        assertThat(inbound.openShipments(run.project()))
                .extracting(Shipment::units, Shipment::fulfilmentCenter)
                .containsExactly(tuple(60L, "ONT8"), tuple(40L, "ONT8"));
    }

    @Test
    void whatAmazonOffersCountsOnlyUntilItExpiresOrIsOfferedAnew() {
        Run run = createPlan();
        finish(run);
        finish(start(run.project(), AmazonStep.OFFER_PLACEMENTS));
        assertThat(offers.placement(run.project(), "pl-2").orElseThrow().net()).isEqualTo(Money.parse("100.00", "USD"));

        clock.moveBy(Duration.ofDays(2));
        assertThat(offers.placements(run.project())).isEmpty();
        finish(start(run.project(), AmazonStep.OFFER_PLACEMENTS));
        assertThat(offers.placements(run.project())).hasSize(3);
        start(run.project(), AmazonStep.OFFER_PLACEMENTS);
        worker.workAll();
        assertThat(offers.placements(run.project()))
                .as("asked anew, the old ones are withdrawn")
                .isEmpty();
    }

    private Run createPlan() {
        return start(company.startedAt("userTask_createInboundPlan"), AmazonStep.CREATE_PLAN);
    }

    private Run start(ProjectCode project, AmazonStep step) {
        Map<String, Object> variables = new HashMap<>(AmazonOperation.PROJECT_CODE.is(project.value()));
        variables.putAll(AmazonOperation.STEP.is(step.name()));
        boolean ofOneShipment = step == AmazonStep.OFFER_WINDOWS || step == AmazonStep.CONFIRM_WINDOW;
        if (ofOneShipment) {
            variables.putAll(AmazonOperation.SHIPMENT_INDEX.is(1L));
        }
        return new Run(
                project,
                runtime.startProcessInstanceByKey(AmazonOperation.KEY, project.value(), variables)
                        .getId());
    }

    private void finish(Run run) {
        worker.workAll();
        fireTimer(run);
        amazon.finishes(Operation.State.SUCCESS);
        worker.workAll();
        assertEnded(run, "endEvent_done", "SUCCESS");
    }

    private void fireTimer(Run run) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(run.instance())
                .activityId("timerEvent_pollDue")
                .singleResult()
                .getId());
    }

    private void answer(WorkItem problem, String choice) {
        work.claim(problem.taskId(), "ops");
        work.submit(problem.taskId(), "ops", Map.of("problemChoice", choice));
    }

    private String formOf(WorkItem task, Locale language) {
        return shown.ofTask(task.taskId(), Reader.unknown("ops", language)).orElseThrow();
    }

    private List<Plan> plansOf(Run run) {
        return amazon.plans().stream()
                .filter(plan -> plan.name().startsWith(run.project().value() + " "))
                .toList();
    }

    private Plan onlyPlan(Run run) {
        assertThat(plansOf(run)).hasSize(1);
        return plansOf(run).get(0);
    }

    private ExternalTask externalTask(Run run) {
        return externalTasks
                .createExternalTaskQuery()
                .processInstanceId(run.instance())
                .singleResult();
    }

    private List<Incident> incidents(Run run) {
        return runtime.createIncidentQuery().processInstanceId(run.instance()).list();
    }

    private void assertEnded(Run run, String end, @org.jspecify.annotations.Nullable String state) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(run.instance())
                        .finished()
                        .count())
                .isOne();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(run.instance())
                        .activityId(end)
                        .count())
                .isOne();
        Object last = history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(run.instance())
                .variableName("amazonState")
                .list()
                .stream()
                .findFirst()
                .map(variable -> variable.getValue())
                .orElse(null);
        assertThat(last).isEqualTo(state);
    }
}
