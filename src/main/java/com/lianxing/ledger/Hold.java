package com.lianxing.ledger;

import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;

/** Money set aside under an id: what of it was spent, what was given back, and what is still waiting. */
record Hold(String id, ProjectCode code, BudgetLine line, Money usd, Money settled, Money released) {

    Hold {
        if (settled.isNegative()
                || released.isNegative()
                || settled.plus(released).compareTo(usd) > 0) {
            throw new IllegalStateException(
                    "hold %s of %s: settled %s, released %s".formatted(id, usd, settled, released));
        }
    }

    Money rest() {
        return usd.minus(settled).minus(released);
    }

    Hold settle(Money amount) {
        return new Hold(id, code, line, usd, settled.plus(amount), released);
    }

    Hold releaseRest() {
        return new Hold(id, code, line, usd, settled, released.plus(rest()));
    }

    Hold withTotal(Money total) {
        return new Hold(id, code, line, total, settled, released);
    }
}
