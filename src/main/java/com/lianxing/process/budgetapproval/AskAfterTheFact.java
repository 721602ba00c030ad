package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.ledger.ExcessPosted;
import com.lianxing.process.engine.AsApplication;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was spent without anybody having asked is asked for afterwards, from the same transaction on. */
@Component
class AskAfterTheFact {

    private final ApprovalRequests approvals;
    private final RuntimeService runtime;
    private final AsApplication application;

    AskAfterTheFact(ApprovalRequests approvals, RuntimeService runtime, AsApplication application) {
        this.approvals = approvals;
        this.runtime = runtime;
        this.application = application;
    }

    @EventListener
    void on(ExcessPosted posted) {
        String code = posted.code().value();
        String requestId = approvals.openAfterTheFact(posted);
        application.run(() -> runtime.createProcessInstanceByKey(BudgetApproval.KEY)
                .businessKey(code)
                .setVariables(BudgetApproval.REQUEST_ID.is(requestId))
                .setVariables(BudgetApproval.PROJECT_CODE.is(code))
                .execute());
    }
}
