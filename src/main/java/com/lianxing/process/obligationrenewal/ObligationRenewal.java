package com.lianxing.process.obligationrenewal;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/obligation-renewal.bpmn}. */
@Component
class ObligationRenewal implements StoredVars, DatesOfOthers {

    static final String KEY = "obligation-renewal";

    static final Var<String> OBLIGATION_ID = Var.string("obligationId");
    static final Var<Long> PERIOD = Var.number("obligationPeriod");
    /** Its name, by which task lists tell one renewal from another. */
    static final Var<String> RENEWAL_OF = Var.string("renewalOf");

    static final Var<Date> RENEWAL_DUE_AT = Var.date("renewalDueAt");

    /** Who renews it: the owner, or the deputy where the owner is gone. */
    static final Var<String> PERSON = Var.string("renewalPerson");

    static final Var<Date> WARN_14_AT = Var.date("warn14At");
    static final Var<Date> WARN_7_AT = Var.date("warn7At");
    static final Var<Date> WARN_3_AT = Var.date("warn3At");

    /** What was entered last, for whoever checks it: a date, the number, what else was said. */
    static final Var<String> ENTERED_ON = Var.string("enteredOn");

    static final Var<String> ENTERED_NUMBER = Var.string("enteredNumber");
    static final Var<String> ENTERED_NOTE = Var.string("enteredNote");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    static Obligation obligation(VariableScope scope, Obligations obligations) {
        return obligations.require(UUID.fromString(OBLIGATION_ID.in(scope)));
    }

    /** By which its goods are blocked once the period is over. */
    static String cause(Obligation obligation, int period) {
        return "obligation:" + obligation.id() + ":" + period;
    }

    static int period(VariableScope scope) {
        return PERIOD.in(scope).intValue();
    }

    /** Keeps what somebody entered, for a second person to check. */
    static void keep(DelegateExecution execution, Obligations obligations, String on, String number, String by) {
        ENTERED_ON.set(execution, on);
        ENTERED_NUMBER.set(execution, number);
        obligations.done(obligation(execution, obligations).id(), period(execution), number, by);
    }

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(
                RENEWAL_DUE_AT.name(), DeadlineKind.LEGAL,
                WARN_14_AT.name(), DeadlineKind.INTERNAL,
                WARN_7_AT.name(), DeadlineKind.INTERNAL,
                WARN_3_AT.name(), DeadlineKind.INTERNAL);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** None of what a form submits is kept. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
