package com.lianxing.process.fbainbound;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import org.springframework.stereotype.Component;

/** Gives back what a project set aside and does not need; what was given back before stays as it is. */
@Component
class Holds {

    private final BudgetLedger ledger;
    private final ActingPerson actor;

    Holds(BudgetLedger ledger, ActingPerson actor) {
        this.ledger = ledger;
        this.actor = actor;
    }

    /** All open holds of one line. */
    void release(ProjectCode project, BudgetLine line) {
        ledger.openHolds(project).stream()
                .filter(hold -> hold.line() == line)
                .forEach(hold -> ledger.release(hold.holdId() + ":RELEASE", hold.holdId(), actor.id()));
    }
}
