package com.lianxing.process.supplierverification;

import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.sourcing.Suppliers;
import org.springframework.stereotype.Component;

/** Whoever entered a supplier, or changed it last, does not vouch for it. */
@Component
class VerificationDuty implements DutyRule {

    private final Suppliers suppliers;

    VerificationDuty(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        if (!work.processKey().equals(SupplierVerification.KEY)
                || !work.taskKey().equals("userTask_verifySupplier")) {
            return;
        }
        suppliers
                .askedAboutIn(work.processInstanceId())
                .filter(supplier -> personId.equals(supplier.createdBy()) || personId.equals(supplier.editedBy()))
                .ifPresent(own -> {
                    throw Refusal.duty("DUTY_SECOND_PERSON");
                });
    }
}
