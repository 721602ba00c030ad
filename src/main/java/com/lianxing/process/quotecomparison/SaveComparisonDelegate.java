package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Comparison;
import com.lianxing.sourcing.Normalised.Comparable;
import com.lianxing.sourcing.QuoteComparisons;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveComparison}: which quote is recommended, among how many, and why. */
@Component
class SaveComparisonDelegate implements JavaDelegate {

    private static final Var<String> WINNER = Var.string("winnerQuoteNo");
    private static final Var<String> NOT_CHEAPEST = Var.string("notCheapestReason");
    private static final Var<String> SINGLE_SOURCE = Var.string("singleSourceReason");

    private final QuoteOffers offers;
    private final QuoteComparisons comparisons;
    private final ActingPerson actor;

    SaveComparisonDelegate(QuoteOffers offers, QuoteComparisons comparisons, ActingPerson actor) {
        this.offers = offers;
        this.comparisons = comparisons;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = QuoteComparison.project(execution);
        Comparison comparison = offers.of(project, QuoteComparison.purchase(execution));
        Comparable winner = comparison.find(WINNER.in(execution)).orElseThrow();
        String reasons = Stream.of(NOT_CHEAPEST.find(execution), SINGLE_SOURCE.find(execution))
                .flatMap(Optional::stream)
                .filter(reason -> !reason.isBlank())
                .collect(Collectors.joining("; "));
        comparisons.choose(project, comparison, winner, reasons, actor.id());
    }
}
