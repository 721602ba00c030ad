package com.lianxing.process.fdacertification;

import com.lianxing.process.PurchaseLines;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.quotecomparison.QuoteComparison;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Chosen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestServiceHold}: what the chosen quote asks is to be set aside on the line of the service. */
@Component
class RequestServiceHoldDelegate implements JavaDelegate {

    private static final Var<String> SUPPLIER = Var.string("supplierId");

    private final BudgetRequests requests;
    private final QuoteComparisons comparisons;

    RequestServiceHoldDelegate(BudgetRequests requests, QuoteComparisons comparisons) {
        this.requests = requests;
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Purchase purchase = QuoteComparison.purchase(execution);
        Chosen chosen = comparisons.goodChoice(project, purchase).orElseThrow();
        requests.askToBuy(
                execution,
                project,
                PurchaseLines.line(purchase),
                chosen.asked(),
                FdaCertification.SUBJECT.in(execution) + ": " + chosen.supplier() + ", " + chosen.quoteNo(),
                SUPPLIER.in(execution),
                chosen.quotes());
    }
}
