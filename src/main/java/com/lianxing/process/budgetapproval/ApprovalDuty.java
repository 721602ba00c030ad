package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ConflictOfDuty;
import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import org.springframework.stereotype.Component;

/** Nobody decides on what he asked for, twice in one chain, or on what he is not asked. */
@Component
class ApprovalDuty implements DutyRule {

    private final ConflictOfDuty conflicts;

    ApprovalDuty(ConflictOfDuty conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        if (work.processKey().equals(BudgetApproval.KEY)) {
            conflicts.checkInstance(work.processInstanceId(), personId).ifPresent(conflict -> {
                throw Refusal.duty(conflict.name());
            });
        }
    }
}
