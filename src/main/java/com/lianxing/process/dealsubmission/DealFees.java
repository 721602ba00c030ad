package com.lianxing.process.dealsubmission;

import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import org.springframework.stereotype.Component;

/** What is held for the fee of a deal. */
@Component
class DealFees {

    private final Launches launches;
    private final BudgetLedger ledger;
    private final ActingPerson actor;

    DealFees(Launches launches, BudgetLedger ledger, ActingPerson actor) {
        this.launches = launches;
        this.ledger = ledger;
        this.actor = actor;
    }

    /** Gives back what is held, if anything is. */
    void release(ProjectCode project, String deal) {
        launches.feeRequest(deal)
                .filter(hold -> ledger.openHolds(project).stream()
                        .anyMatch(open -> open.holdId().equals(hold)))
                .ifPresent(hold -> ledger.release(deal + ":FEE_RELEASED", hold, actor.id()));
    }
}
