package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.AmazonOffers;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestPlacementHold}: the placement fee is to be set aside, if there is one; until when it is offered. */
@Component
class RequestPlacementHoldDelegate implements JavaDelegate {

    private static final Var<String> FEE = Var.string("feeUsd");
    private static final Var<String> DISCOUNT = Var.string("discountUsd");
    private static final Var<String> PLACEMENT = Var.string("placement");
    private static final Var<String> OPTION = Var.string("optionId");
    private static final Var<String> EXPIRES_AT = Var.string("expiresAt");
    private static final Var<String> EXPIRES_ZONE = Var.string("expiresZone");

    private final BudgetRequests requests;
    private final AmazonOffers offers;

    RequestPlacementHoldDelegate(BudgetRequests requests, AmazonOffers offers) {
        this.requests = requests;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Optional<AmazonOffers.Placement> offer = offers.placement(project, OPTION.in(execution));
        Money fee = offer.map(AmazonOffers.Placement::net).orElseGet(() -> enteredFee(execution));
        Instant end = offer.map(AmazonOffers.Placement::expiresAt).orElseGet(() -> enteredEnd(execution));
        FbaInbound.PLACEMENT_FEE_DUE.set(execution, fee.isPositive());
        FbaInbound.PLACEMENT_EXPIRES_AT.set(execution, Date.from(end));
        if (fee.isPositive()) {
            String reason = PLACEMENT.in(execution) + " " + OPTION.in(execution);
            requests.askFor(execution, project, BudgetLine.PLACEMENT, fee, reason);
        }
    }

    private static Money enteredFee(DelegateExecution execution) {
        return Money.parse(FEE.in(execution), "USD").minus(Money.parse(DISCOUNT.in(execution), "USD"));
    }

    private static Instant enteredEnd(DelegateExecution execution) {
        return new Deadline(
                        LocalDateTime.parse(EXPIRES_AT.in(execution)),
                        ZoneId.of(EXPIRES_ZONE.in(execution)),
                        DeadlineKind.PLATFORM)
                .instant();
    }
}
