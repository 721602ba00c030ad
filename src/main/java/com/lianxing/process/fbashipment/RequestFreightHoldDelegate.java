package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.Inbound;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Var;
import com.lianxing.process.fbainbound.BudgetRequests;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestFreightHold}: the freight is to be set aside; the two security filing deadlines follow from lading and arrival (19 CFR 149.2). */
@Component
class RequestFreightHoldDelegate implements JavaDelegate {

    private static final Var<String> AMOUNT = Var.string("freightAmount");
    private static final Var<String> CURRENCY = Var.string("freightCurrency");
    private static final Var<String> FORWARDER = Var.string("forwarderId");
    private static final Var<String> BOOKING = Var.string("bookingNo");
    private static final Var<String> LADING_AT = Var.string("ladingAt");
    private static final Var<String> LADING_ZONE = Var.string("ladingZone");
    private static final Var<String> ARRIVAL_AT = Var.string("arrivalAt");
    private static final Var<String> ARRIVAL_ZONE = Var.string("arrivalZone");

    private final BudgetRequests requests;
    private final Inbound quotes;

    RequestFreightHoldDelegate(BudgetRequests requests, Inbound quotes) {
        this.requests = requests;
        this.quotes = quotes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FbaShipment.ISF_DUE_AT.set(execution, dayBefore(LADING_AT.in(execution), LADING_ZONE.in(execution)));
        FbaShipment.ISF_COMPLETION_DUE_AT.set(
                execution, dayBefore(ARRIVAL_AT.in(execution), ARRIVAL_ZONE.in(execution)));
        requests.askToBuy(
                execution,
                FbaShipment.project(execution),
                BudgetLine.FREIGHT,
                Money.parse(AMOUNT.in(execution), CURRENCY.in(execution)),
                FbaShipment.SHIPMENT_ID.in(execution) + " " + BOOKING.in(execution),
                FORWARDER.in(execution),
                quotes.quotes(FbaShipment.project(execution)).size());
    }

    private static Date dayBefore(String local, String zone) {
        Deadline moment = new Deadline(LocalDateTime.parse(local), ZoneId.of(zone), DeadlineKind.LEGAL);
        return Date.from(moment.instant().minus(Duration.ofHours(24)));
    }
}
