package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.QuoteComparisons;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkQuote}: a quote that has expired by the time the goods are ready is asked for again. */
@Component
class CheckQuoteDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final QuoteComparisons quotes;
    private final Clock clock;

    CheckQuoteDelegate(QuoteComparisons quotes, Clock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        boolean valid = quotes.chosen(project)
                .filter(quote -> !quote.validUntil().isBefore(clock.today(CHINA)))
                .isPresent();
        FbaInbound.QUOTE_STILL_VALID.set(execution, valid);
    }
}
