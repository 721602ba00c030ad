package com.lianxing.process.supplierverification;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.time.Duration;
import java.time.Period;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/supplier-verification.bpmn}. */
@Component
class SupplierVerification implements StoredVars, DatesOfOthers {

    static final String KEY = "supplier-verification";

    /** So long a verification holds. */
    static final Period HOLDS = Period.ofMonths(12);

    /** Who was asked to be paid within so long is still bought from. */
    static final Period BOUGHT_FROM = Period.ofMonths(24);

    static final Duration TO_VERIFY = Duration.ofDays(14);

    static final Var<String> SUPPLIER_ID = Var.string("verifiedSupplierId");

    /** Its name, by which task lists tell one from another. */
    static final Var<String> RENEWAL_OF = Var.string("renewalOf");

    static final Var<Date> DUE_AT = Var.date("verificationDueAt");
    static final Var<String> RESULT = Var.string("verificationResult");
    static final Var<String> NOTE = Var.string("verificationNote");

    /** Handed on to {@code escalation} when nobody does it. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    static Supplier supplier(VariableScope scope, Suppliers suppliers) {
        return suppliers.require(UUID.fromString(SUPPLIER_ID.in(scope)));
    }

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(DUE_AT.name(), DeadlineKind.INTERNAL);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** None of what the form submits is kept: the gateway reads it in the transaction that it came with. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
