package com.lianxing.process.fbashipment;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestDuty}: what customs will ask, duty and fees each on its own line, is to be set aside. */
@Component
class RequestDutyDelegate implements JavaDelegate {

    private static final List<Var<String>> DUTIES = vars("dutyMfnUsd", "duty301Usd", "duty232Usd", "dutyOtherUsd");
    private static final List<Var<String>> FEES = vars("mpfUsd", "hmfUsd");

    private final BudgetRequests requests;

    RequestDutyDelegate(BudgetRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<LineAmount> amounts = List.of(
                new LineAmount(BudgetLine.DUTY, sum(DUTIES, execution)),
                new LineAmount(BudgetLine.CUSTOMS_FEES, sum(FEES, execution)));
        requests.askFor(execution, FbaShipment.project(execution), amounts, FbaShipment.SHIPMENT_ID.in(execution));
    }

    private static Money sum(List<Var<String>> amounts, DelegateExecution execution) {
        return amounts.stream()
                .map(amount -> Money.parse(amount.in(execution), "USD"))
                .reduce(Money.zero(Charge.USD), Money::plus);
    }

    private static List<Var<String>> vars(String... names) {
        return Stream.of(names).map(Var::string).toList();
    }
}
