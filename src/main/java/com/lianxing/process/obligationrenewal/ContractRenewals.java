package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.ObligationKind;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.Terms;
import com.lianxing.sourcing.Contract;
import com.lianxing.sourcing.ContractActivated;
import com.lianxing.sourcing.ContractEnded;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nobody has to remember the notice of a contract: it becomes an obligation in the transaction that activates it, of
 * whoever wrote it, with whoever activated it as deputy. It ends with the contract.
 */
@Component
class ContractRenewals {

    private final Obligations obligations;

    ContractRenewals(Obligations obligations) {
        this.obligations = obligations;
    }

    /** Its notice is not to be given any more. */
    @EventListener
    void ended(ContractEnded ended) {
        Contract contract = ended.contract();
        obligations
                .find(contract.id())
                .filter(obligation -> obligation.goesOn())
                .ifPresent(obligation -> obligations.end(
                        contract.id(),
                        Objects.requireNonNull(contract.endReason()),
                        Objects.requireNonNull(contract.endedBy())));
    }

    @EventListener
    void activated(ContractActivated activated) {
        Contract contract = activated.contract();
        String by = Objects.requireNonNull(contract.activatedBy());
        obligations.create(
                contract.id(),
                new Terms(ObligationKind.CONTRACT, contract.starts(), contract.everyMonths(), contract.noticeDays()),
                activated.supplierName(),
                contract.number(),
                contract.project(),
                contract.editedBy(),
                by,
                Set.of(),
                by);
    }
}
