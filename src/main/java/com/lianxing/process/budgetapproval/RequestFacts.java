package com.lianxing.process.budgetapproval;

import com.lianxing.access.People;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.Routing;
import com.lianxing.calendar.BothClocks;
import com.lianxing.ledger.Charge;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.process.PurchaseLines;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Contract;
import com.lianxing.sourcing.Contracts;
import com.lianxing.sourcing.Quote;
import com.lianxing.sourcing.Quotes;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is asked, by whom and why, and the offers behind it. */
@Component
class RequestFacts {

    private final Projects projects;
    private final People people;
    private final Suppliers suppliers;
    private final Contracts contracts;
    private final Quotes quotes;

    RequestFacts(Projects projects, People people, Suppliers suppliers, Contracts contracts, Quotes quotes) {
        this.projects = projects;
        this.people = people;
        this.suppliers = suppliers;
        this.contracts = contracts;
        this.quotes = quotes;
    }

    void write(ApprovalRequest request, FactText text) {
        text.line(
                "approval.facts.what",
                RequestText.what(request, text.texts(), text.reader().language()),
                request.code().value(),
                text.said(projects.require(request.code()).name()));
        text.line(
                request.isAfterTheFact() ? "approval.facts.spent" : "approval.facts.why", text.said(request.reason()));
        text.line(
                "approval.facts.who",
                text.said(people.name(request.requestedBy())),
                BothClocks.text(
                        request.requestedAt(),
                        text.reader().zone(),
                        text.reader().language()));
        text.line(
                "approval.facts.needBy",
                BothClocks.text(request.needBy(), text.reader().language()));
        amount(request, text);
        vendor(request, text);
    }

    private static void amount(ApprovalRequest request, FactText text) {
        Money usd = request.usd();
        Rate rate = request.rate();
        if (usd == null || rate == null) {
            text.line("approval.facts.noRate", text.amount(request.original()));
        } else if (request.original().currency().equals(Charge.USD)) {
            text.line("approval.facts.amount", text.amount(usd));
        } else {
            text.line(
                    "approval.facts.converted",
                    text.amount(request.original()),
                    text.amount(usd),
                    rate.value().toPlainString(),
                    text.said(request.rateSource() == null ? "" : request.rateSource()));
        }
        Routing routing = request.routing();
        Money compared = routing == null ? null : routing.compared();
        if (usd != null && compared != null && compared.compareTo(usd) > 0) {
            text.line("approval.facts.vendorTotal", text.amount(compared));
        }
    }

    private void vendor(ApprovalRequest request, FactText text) {
        if (request.vendorId() != null) {
            Supplier supplier = suppliers.require(request.vendorId());
            text.line(
                    "approval.facts.vendor",
                    text.said(supplier.name()),
                    text.text(supplier.verification().messageKey()),
                    text.text(supplier.riskRating().messageKey()));
            List<Contract> agreed = contracts.active(supplier.id());
            text.line(
                    agreed.isEmpty() ? "approval.facts.noContract" : "approval.facts.contract", numbers(agreed, text));
        }
        if (request.external()) {
            text.line("approval.facts.quotes", request.quotes());
        }
        List<Quote> offers = PurchaseLines.of(request.line())
                .map(purchase -> quotes.current(request.code(), purchase))
                .orElse(List.of());
        if (!offers.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(
                    text.text("approval.quote.supplier"),
                    text.text("approval.quote.offer"),
                    text.text("approval.quote.amount"),
                    text.text("approval.quote.days"),
                    text.text("approval.quote.validUntil")));
            offers.forEach(offer -> rows.add(row(offer, text)));
            text.table(rows);
        }
    }

    private static String numbers(List<Contract> contracts, FactText text) {
        return text.said(contracts.stream().map(Contract::number).collect(Collectors.joining(", ")));
    }

    private static List<String> row(Quote offer, FactText text) {
        return List.of(
                text.said(offer.supplier()),
                text.said(offer.quoteNo()) + " "
                        + text.said(offer.incoterm() == null ? "" : offer.mode() + " " + offer.incoterm()),
                text.said(price(offer, text)),
                String.valueOf(offer.transitDays()),
                offer.validUntil().toString());
    }

    private static String price(Quote offer, FactText text) {
        String price = offer.price().toString();
        return offer.unit() == null
                ? price
                : text.text(
                        "approval.quote.perUnit", price, text.text(offer.unit().messageKey()));
    }
}
