package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.demo.InboundProjects;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.InboundShipments.Operation;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.WaitStates;
import com.lianxing.process.amazonoperation.ScriptedAmazon;
import com.lianxing.process.engine.worker.OutsideWorker;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The {@link Routes} on which a connected Amazon does what it can, and the places where it is waited for. */
@Component
class AmazonRoutes {

    private static final String SUBMIT = "/serviceTask_submitOperation";
    private static final String POLL = "/timerEvent_pollDue";
    private static final int MOST_WORK = 100;

    private final Routes routes;
    private final InboundProjects company;
    private final ScriptedAmazon amazon;
    private final OutsideWorker worker;
    private final WaitStates states;

    AmazonRoutes(
            Routes routes, InboundProjects company, ScriptedAmazon amazon, OutsideWorker worker, WaitStates states) {
        this.routes = routes;
        this.company = company;
        this.amazon = amazon;
        this.worker = worker;
        this.states = states;
        plan();
        delivery();
        routes.told("callActivity_voidPlan", "userTask_chooseDelivery", ProjectProcess.CANCEL_REQUESTED);
        operation("callActivity_voidPlan");
        routes.fired(
                Routes.SHIPMENT + "serviceTask_readReceipt",
                Routes.SHIPMENT + "userTask_recordReceipt",
                "timerEvent_watchDue");
        routes.leg(Routes.SHIPMENT + "userTask_openCase", Routes.SHIPMENT + "userTask_recordReceipt", project -> {
            company.letPass(Duration.ofDays(8));
            company.fire(project, "timerEvent_watchDue");
            workUntil(project, Routes.SHIPMENT + "userTask_openCase");
        });
    }

    private void plan() {
        routes.begin(
                "subProcess_planAtAmazon",
                amazon::connect,
                Routes.line(BudgetLine.PRODUCT, "100.00"),
                Routes.line(BudgetLine.PLACEMENT, "200.00"));
        routes.leg("callActivity_createPlan", "subProcess_planAtAmazon", project -> amazon.finishesAtOnce());
        operation("callActivity_createPlan");
        next("callActivity_offerPacking", "callActivity_createPlan");
        next("callActivity_confirmPacking", "callActivity_offerPacking");
        routes.leg("callActivity_tellBoxes", "callActivity_confirmPacking", project -> {
            workUntil(project, "userTask_describeBoxes");
            routes.describeBoxes(project);
        });
        operation("callActivity_tellBoxes");
        next("callActivity_offerPlacements", "callActivity_tellBoxes");
        routes.leg("callActivity_confirmPlacement", "callActivity_offerPlacements", project -> {
            workUntil(project, "userTask_choosePlacement");
            Object[] second = {
                "optionId",
                "pl-2",
                "splits",
                null,
                "feeUsd",
                null,
                "discountUsd",
                null,
                "expiresAt",
                null,
                "expiresZone",
                null
            };
            company.does(project, "userTask_choosePlacement", second);
            company.decide(project, "APPROVE");
        });
        operation("callActivity_confirmPlacement");
    }

    private void delivery() {
        next("callActivity_offerTransport", "callActivity_confirmPlacement");
        next("callActivity_offerWindows", "callActivity_offerTransport");
        routes.leg(
                "userTask_chooseDelivery",
                "callActivity_offerWindows",
                project -> workUntil(project, "userTask_chooseDelivery"));
        routes.leg(
                "callActivity_confirmWindows",
                "userTask_chooseDelivery",
                project -> company.does(project, "userTask_chooseDelivery"));
        operation("callActivity_confirmWindows");
        next("callActivity_confirmTransport", "callActivity_confirmWindows");
    }

    private void next(String call, String before) {
        routes.leg(call, before, project -> workUntil(project, call + SUBMIT));
        operation(call);
    }

    /** The places within one call of {@code amazon-operation}. */
    private void operation(String call) {
        routes.leg(call + SUBMIT, call, project -> {});
        String check = call + "/serviceTask_checkOperation";
        routes.leg(check, call, project -> workUntil(project, check));
        String poll = call + POLL;
        routes.leg(poll, call, project -> {
            amazon.takesItsTime();
            workUntil(project, poll);
        });
        String problem = call + "/userTask_handleProblem";
        routes.leg(problem, call, project -> {
            amazon.fails(AmazonFailure.Kind.REFUSED, "not today", Duration.ZERO);
            workUntil(project, problem);
        });
    }

    private void workUntil(ProjectCode project, String place) {
        for (int work = 0; work < MOST_WORK && !states.now(project).contains(place); work++) {
            worker.workNext();
        }
        assertThat(states.now(project)).contains(place);
    }

    /** Amazon, if it is connected, does what it was asked for the project and still has to be done. */
    void letAmazonFinish(ProjectCode project) {
        amazon.answersAgain();
        amazon.finishesAtOnce();
        amazon.finishes(Operation.State.SUCCESS);
        if (states.now(project).stream().anyMatch(place -> place.endsWith(POLL))) {
            company.fire(project, "timerEvent_pollDue");
        }
        worker.workAll();
    }

    void disconnect() {
        amazon.disconnect();
    }
}
