package com.lianxing.process.fbainbound;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkQuote}: a quote that has expired by the time the goods are ready is asked for again. */
@Component
class CheckQuoteDelegate implements JavaDelegate {

    private final QuoteComparisons quotes;

    CheckQuoteDelegate(QuoteComparisons quotes) {
        this.quotes = quotes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FbaInbound.QUOTE_STILL_VALID.set(
                execution, quotes.goodChoice(project, Purchase.FREIGHT).isPresent());
    }
}
