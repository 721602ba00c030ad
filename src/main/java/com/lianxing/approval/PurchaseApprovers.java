package com.lianxing.approval;

import com.lianxing.ledger.Charge;
import com.lianxing.money.Money;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who approved what is to be paid, and so does not release the money for it unless it is little (domain.md 4). */
@Component
class PurchaseApprovers {

    static final Money LITTLE = Money.parse("20000.00", Charge.USD.getCurrencyCode());

    private final ApprovalRows rows;

    PurchaseApprovers(ApprovalRows rows) {
        this.rows = rows;
    }

    /** Empty for all but payments. */
    Set<String> of(ApprovalRequest request) {
        return request.type() == RequestType.PAYMENT ? rows.purchaseApprovers(request, LITTLE) : Set.of();
    }
}
