package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.money.Money;
import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A request in words. */
final class RequestText {

    private RequestText() {}

    /** For example "Commitment: Main freight". */
    static String what(ApprovalRequest request, MessageSource texts, Locale language) {
        String type = texts.getMessage("requestType." + request.effectiveType(), null, language);
        return request.line() == null
                ? type
                : texts.getMessage(
                        "approval.what",
                        new Object[] {type, texts.getMessage("budgetLine." + request.line(), null, language)},
                        language);
    }

    /** With grouping, for example {@code 1,234.50 USD}. */
    static String amount(Money money, Locale language) {
        int decimals = money.currency().getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
    }
}
