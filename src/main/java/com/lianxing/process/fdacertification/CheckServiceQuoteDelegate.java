package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Chosen;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkServiceQuote}: a quote that has expired is asked for again, and so is one that was refused. */
@Component
class CheckServiceQuoteDelegate implements JavaDelegate {

    private final QuoteComparisons comparisons;

    CheckServiceQuoteDelegate(QuoteComparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Purchase purchase = Purchase.valueOf(FdaCertification.PURCHASE.in(execution));
        Optional<Chosen> good = comparisons.goodChoice(ProjectProcess.project(execution), purchase);
        FdaCertification.QUOTE_STILL_VALID.setLocal(execution, good.isPresent());
    }
}
