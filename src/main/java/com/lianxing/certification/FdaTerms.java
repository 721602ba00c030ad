package com.lianxing.certification;

import com.lianxing.money.Money;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the FDA charges and how long it takes. Days are counted in New York. */
@Service
public class FdaTerms {

    private static final String SCOPE = "US";

    private final ReferenceValues references;

    FdaTerms(ReferenceValues references) {
        this.references = references;
    }

    /**
     * A fee as the day of payment has it.
     *
     * @param amount null where nobody has entered the fee of that fiscal year yet
     */
    public record UserFee(String key, Optional<Money> amount, boolean isConfirmed, String source) {}

    /** Whether a path costs a fee before anything is registered on it. */
    public boolean isFeeDue(FdaPath path) {
        return path == FdaPath.DEVICE || path == FdaPath.OTC_DRUG;
    }

    /**
     * The fee of the fiscal year that the day lies in, which begins on 1 October.
     *
     * @param paidOn the day that the money leaves, not the day on which it is filed
     */
    public UserFee fee(Paths paths, FdaPath path, LocalDate paidOn) {
        String key = path == FdaPath.OTC_DRUG
                ? "fda.fee.drugFacility"
                : paths.isReviewed(path) ? "fda.fee.510k" : "fda.fee.device";
        Optional<ReferenceValue> value = references.find(key, SCOPE, paidOn);
        return new UserFee(
                key,
                value.filter(fee -> fee.currency() != null)
                        .map(fee -> Money.of(fee.number(), Objects.requireNonNull(fee.currency()))),
                value.filter(fee -> fee.status() == ReferenceValue.Status.CONFIRMED)
                        .isPresent(),
                value.map(ReferenceValue::sourceUrl).orElse(""));
    }

    /** Within how many of its own days the FDA means to decide. */
    public int reviewDays(Paths paths, FdaPath path, LocalDate today) {
        return days(paths.isReviewed(path) ? "fda.review.510k" : "fda.review.registration", today);
    }

    /** Within how many days a request for more information has to be answered. */
    public int answerDays(LocalDate today) {
        return days("fda.review.answer", today);
    }

    private int days(String key, LocalDate today) {
        return references
                .find(key, SCOPE, today)
                .orElseThrow(() -> new IllegalStateException("no reference value " + key + " for " + today))
                .number()
                .intValueExact();
    }
}
