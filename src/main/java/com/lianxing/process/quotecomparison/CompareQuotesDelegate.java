package com.lianxing.process.quotecomparison;

import com.lianxing.sourcing.Comparison;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_compareQuotes}: how many quotes are good today. */
@Component
class CompareQuotesDelegate implements JavaDelegate {

    private final QuoteOffers offers;

    CompareQuotesDelegate(QuoteOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Comparison comparison = offers.of(QuoteComparison.project(execution), QuoteComparison.purchase(execution));
        QuoteComparison.VALID_QUOTES.set(execution, (long) comparison.open());
    }
}
