package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.process.quotecomparison.PurchaseNeed;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Need;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.ServiceNeeds;
import com.lianxing.sourcing.ServiceNeeds.ServiceNeed;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a certification wants of agencies, US agents and labs. */
@Component
class ServiceOffers implements PurchaseNeed {

    private final ServiceNeeds needs;

    ServiceOffers(ServiceNeeds needs) {
        this.needs = needs;
    }

    @Override
    public Set<Purchase> purchases() {
        return Arrays.stream(Purchase.values()).filter(Purchase::isService).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Need need(ProjectCode project, Purchase purchase) {
        return needs.require(project, purchase).need();
    }

    @Override
    public String described(ProjectCode project, Purchase purchase, FactLines lines) {
        ServiceNeed need = needs.require(project, purchase);
        return lines.text(
                "fact.service",
                lines.text(purchase.messageKey()),
                Markdown.escape(need.specification()),
                String.valueOf(need.pieces()));
    }
}
