package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestExamFees}: what the examination costs is to be set aside, and the storage clock is known; what the FDA detains is told. */
@Component
class RequestExamFeesDelegate implements JavaDelegate {

    private static final Var<String> FEE = Var.string("examFeeUsd");
    private static final Var<String> FREE_UNTIL = Var.string("storageFreeUntilAt");
    private static final Var<String> FREE_ZONE = Var.string("storageFreeUntilZone");

    private final BudgetRequests requests;
    private final ShipmentDates dates;
    private final Detentions detentions;

    RequestExamFeesDelegate(BudgetRequests requests, ShipmentDates dates, Detentions detentions) {
        this.requests = requests;
        this.dates = dates;
        this.detentions = detentions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dates.move(
                execution,
                FbaShipment.STORAGE_BEGINS_AT,
                new Deadline(
                        LocalDateTime.parse(FREE_UNTIL.in(execution)),
                        ZoneId.of(FREE_ZONE.in(execution)),
                        DeadlineKind.CONTRACT),
                "EXAM_ORDERED");
        requests.askFor(
                execution,
                FbaShipment.project(execution),
                BudgetLine.BROKER,
                Money.parse(FEE.in(execution), "USD"),
                FbaShipment.shipment(execution));
        detentions.tell(execution);
    }
}
