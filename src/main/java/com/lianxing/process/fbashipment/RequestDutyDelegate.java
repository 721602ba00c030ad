package com.lianxing.process.fbashipment;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Var;
import com.lianxing.process.fbainbound.BudgetRequests;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestDuty}: duty and customs fees of the entry, one statement, are to be set aside. */
@Component
class RequestDutyDelegate implements JavaDelegate {

    private static final List<Var<String>> AMOUNTS = Stream.of(
                    "dutyMfnUsd", "duty301Usd", "duty232Usd", "dutyOtherUsd", "mpfUsd", "hmfUsd")
            .map(Var::string)
            .toList();

    private final BudgetRequests requests;

    RequestDutyDelegate(BudgetRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Money statement = AMOUNTS.stream()
                .map(amount -> Money.parse(amount.in(execution), "USD"))
                .reduce(Money.zero(Charge.USD), Money::plus);
        requests.askFor(
                execution,
                FbaShipment.project(execution),
                BudgetLine.DUTY,
                statement,
                FbaShipment.SHIPMENT_ID.in(execution));
    }
}
