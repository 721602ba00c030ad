package com.lianxing.process.dealsubmission;

import com.lianxing.approval.NewRequest;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.launch.Deal;
import com.lianxing.launch.LaunchTerms;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestDealFee}: the fee is set aside before the deal is handed in. */
@Component
class RequestDealFeeDelegate implements JavaDelegate {

    private final Launches launches;
    private final BudgetRequests requests;

    RequestDealFeeDelegate(Launches launches, BudgetRequests requests) {
        this.launches = launches;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Deal deal = launches.requireDeal(project, DealSubmission.DEAL_ID.in(execution));
        String request = BudgetRequests.id(execution);
        LocalDateTime closes = LocalDateTime.ofInstant(
                DealSubmission.DEAL_CLOSES_AT.in(execution).toInstant(), LaunchTerms.AMAZON);
        requests.ask(
                execution,
                NewRequest.commitment(
                        request,
                        project,
                        BudgetLine.DEAL_FEES,
                        deal.fee(),
                        requests.person(),
                        deal.id(),
                        new Deadline(closes, LaunchTerms.AMAZON, DeadlineKind.PLATFORM)));
        launches.keepFeeRequest(deal.id(), request);
    }
}
