package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Result;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The result as the form of {@code userTask_recordResult} says it. */
final class RecordedResult {

    private static final Var<String> NET_REVENUE = Var.string("netRevenueUsd");
    private static final Var<Long> UNITS = Var.number("unitsSold");
    private static final Var<Long> RETURNED = Var.number("returnsQty");
    private static final Var<String> REFUNDS = Var.string("refundUsd");
    private static final Var<String> GOODS = Var.string("goodsCostUsd");
    private static final Var<String> RESERVE = Var.string("reserveUsd");

    private RecordedResult() {}

    static Result in(VariableScope scope) {
        return new Result(
                dollars(NET_REVENUE, scope),
                UNITS.in(scope),
                RETURNED.in(scope),
                dollars(REFUNDS, scope),
                dollars(GOODS, scope),
                dollars(RESERVE, scope));
    }

    private static Money dollars(Var<String> amount, VariableScope scope) {
        return Money.parse(amount.in(scope), "USD");
    }
}
