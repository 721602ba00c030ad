package com.lianxing.process.lifecycle;

import com.lianxing.process.quotecomparison.QuoteComparison;
import com.lianxing.sourcing.QuoteComparisons;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkQuote} and its kin: a quote that has expired by the time it is needed is asked for again. */
@Component
class CheckQuoteDelegate implements JavaDelegate {

    private final QuoteComparisons comparisons;

    CheckQuoteDelegate(QuoteComparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean good = comparisons
                .goodChoice(ProjectProcess.project(execution), QuoteComparison.purchase(execution))
                .isPresent();
        ProjectProcess.QUOTE_STILL_VALID.set(execution, good);
    }
}
