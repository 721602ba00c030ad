package com.lianxing.approval;

import com.lianxing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a request was checked and sent on its way.
 *
 * @param checkedAs its type after the funds check: a commitment that does not fit is an overrun
 * @param shortfall what the line lacked for it then; zero for all but an overrun
 * @param compared what the levels were compared with: at least what is asked, more if the same vendor got more within
 *     30 days. Null if there was no rate of exchange
 * @param route null until the decision tables were asked
 * @param level 1 to 5; null like the route
 */
public record Routing(
        RequestType checkedAs,
        Money shortfall,
        @Nullable Money compared,
        @Nullable Route route,
        @Nullable Integer level) {}
