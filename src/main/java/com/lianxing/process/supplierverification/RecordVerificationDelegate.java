package com.lianxing.process.supplierverification;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordVerification}: a second person vouches for the supplier again, or nobody does any more. */
@Component
class RecordVerificationDelegate implements JavaDelegate {

    private final Suppliers suppliers;
    private final ActingPerson actor;

    RecordVerificationDelegate(Suppliers suppliers, ActingPerson actor) {
        this.suppliers = suppliers;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Supplier supplier = SupplierVerification.supplier(execution, suppliers);
        boolean stillTrue = SupplierVerification.RESULT.in(execution).equals("STILL_TRUE");
        suppliers.answer(supplier.id(), stillTrue, SupplierVerification.NOTE.in(execution), actor.id());
    }
}
