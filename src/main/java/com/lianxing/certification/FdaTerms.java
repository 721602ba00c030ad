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
    public record UserFee(Optional<Money> amount, boolean isConfirmed, String source) {}

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
        Optional<ReferenceValue> value = references.find(feeKey(paths, path), SCOPE, paidOn);
        return new UserFee(
                value.filter(fee -> fee.currency() != null)
                        .map(fee -> Money.of(fee.number(), Objects.requireNonNull(fee.currency()))),
                value.filter(fee -> fee.status() == ReferenceValue.Status.CONFIRMED)
                        .isPresent(),
                value.map(ReferenceValue::sourceUrl).orElse(""));
    }

    private static String feeKey(Paths paths, FdaPath path) {
        if (path == FdaPath.OTC_DRUG) {
            return "fda.fee.drugFacility";
        }
        if (paths.device() == DeviceRoute.PREMARKET_APPROVAL) {
            return "fda.fee.premarketApproval";
        }
        return paths.isReviewed(path) ? "fda.fee.510k" : "fda.fee.device";
    }

    private static String reviewKey(Paths paths, FdaPath path) {
        if (!paths.isReviewed(path)) {
            return "fda.review.registration";
        }
        return paths.device() == DeviceRoute.PREMARKET_APPROVAL ? "fda.review.premarketApproval" : "fda.review.510k";
    }

    /** Within how many of its own days the FDA means to decide. */
    public int reviewDays(Paths paths, FdaPath path, LocalDate today) {
        return days(reviewKey(paths, path), today);
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
