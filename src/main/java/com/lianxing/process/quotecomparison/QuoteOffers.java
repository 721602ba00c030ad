package com.lianxing.process.quotecomparison;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.Quotes;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The quotes of a project against what it wants. */
@Component
public class QuoteOffers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final List<PurchaseNeed> needs;
    private final Quotes quotes;
    private final QuoteComparisons comparisons;
    private final Clock clock;

    QuoteOffers(List<PurchaseNeed> needs, Quotes quotes, QuoteComparisons comparisons, Clock clock) {
        this.needs = needs;
        this.quotes = quotes;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /** All that stand now, as of today. */
    public Comparison of(ProjectCode project, Purchase purchase) {
        return comparisons.compare(
                of(purchase).need(project, purchase),
                quotes.current(project, purchase),
                quotes.legs(project),
                clock.today(CHINA));
    }

    String described(ProjectCode project, Purchase purchase, FactLines lines) {
        return of(purchase).described(project, purchase, lines);
    }

    private PurchaseNeed of(Purchase purchase) {
        return needs.stream()
                .filter(need -> need.purchases().contains(purchase))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody says what is wanted of " + purchase));
    }
}
