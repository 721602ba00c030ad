package com.lianxing.approval;

import static com.lianxing.ledger.BudgetLine.CONTINGENCY;
import static com.lianxing.ledger.BudgetLine.CUSTOMS_FEES;
import static com.lianxing.ledger.BudgetLine.DUTY;
import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.BudgetLine.Kind;
import com.lianxing.ledger.ExcessPosted;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the decision tables are told about a request. */
class FundsCheckTest {

    private static final ProjectCode CODE = new ProjectCode("FBA-US-2026-001");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Deadline NEED_BY =
            new Deadline(LocalDateTime.of(2026, 12, 1, 18, 0), ZoneId.of("Asia/Shanghai"), DeadlineKind.INTERNAL);

    private final Map<BudgetLine, LinePosition> positions = new HashMap<>();

    @Test
    void whatFitsToTheCentStaysACommitment() {
        line(FREIGHT, "1000.00", "300.00", "200.00", "0");

        FundsCheck fits = check(commitment(FREIGHT, "500.00"));
        FundsCheck over = check(commitment(FREIGHT, "500.01"));

        assertThat(fits.type()).isEqualTo(RequestType.COMMITMENT);
        assertThat(fits.overBudgetBp()).isZero();
        assertThat(over.type()).isEqualTo(RequestType.OVERRUN);
        assertThat(over.shortfall()).isEqualTo(usd("0.01"));
        assertThat(over.overBudgetBp()).as("rounded up, so that a cent counts").isEqualTo(1);
    }

    @Test
    void theShareOverIsOfTheLinesLimit() {
        line(FREIGHT, "1000.00", "0", "0", "0");

        assertThat(check(commitment(FREIGHT, "1100.00")).overBudgetBp()).isEqualTo(1_000);
        assertThat(check(commitment(FREIGHT, "1200.00")).overBudgetBp()).isEqualTo(2_000);
        assertThat(check(commitment(FREIGHT, "1200.01")).overBudgetBp()).isEqualTo(2_001);
    }

    @Test
    void theLargerOfTheRequestAndTheVendorsTotalIsCompared() {
        line(FREIGHT, "9000.00", "0", "0", "0");
        ApprovalRequest request = commitment(FREIGHT, "900.00");

        assertThat(FundsCheck.of(request, positions, 1, usd("1800.00"), "fba-inbound")
                        .compared())
                .isEqualTo(usd("1800.00"));
        assertThat(FundsCheck.of(request, positions, 1, usd("0"), "fba-inbound").compared())
                .isEqualTo(usd("900.00"));
    }

    @Test
    void withoutARateThereIsNothingToCompareAndNoReasonToGuess() {
        line(FREIGHT, "9000.00", "0", "0", "0");
        NewRequest wanted =
                NewRequest.commitment("r", CODE, FREIGHT, Money.parse("100.00", "CNY"), "ann", "because", NEED_BY);

        FundsCheck check = check(stored(wanted, null));

        assertThat(check.rateKnown()).isFalse();
        assertThat(check.compared()).isNull();
        assertThat(check.overBudgetBp()).isEqualTo(FundsCheck.BOUNDLESS);
        assertThat(check.refusal(RequestType.COMMITMENT)).isEqualTo(Outcome.RATE_UNKNOWN);
    }

    @Test
    void foreignMoneyIsComparedInDollarsHalfUp() {
        line(FREIGHT, "9000.00", "0", "0", "0");
        NewRequest wanted =
                NewRequest.commitment("r", CODE, FREIGHT, Money.parse("100.50", "CNY"), "ann", "because", NEED_BY);

        FundsCheck check = check(stored(wanted, new Rate(new BigDecimal("0.1408"), CNY, USD)));

        assertThat(check.compared()).isEqualTo(usd("14.15"));
    }

    @Test
    void dutyWithFeesIsAPublicChargeAndWithFreightIsNot() {
        line(DUTY, "100.00", "0", "0", "0");
        line(CUSTOMS_FEES, "100.00", "0", "0", "0");
        line(FREIGHT, "100.00", "0", "0", "0");

        assertThat(check(commitment(DUTY, "1.00")).lineKind()).isEqualTo(Kind.DUTY);
        assertThat(check(commitment(at(DUTY, "1.00"), at(CUSTOMS_FEES, "1.00"))).lineKind())
                .isEqualTo(Kind.GOVERNMENT_FEE);
        assertThat(check(commitment(at(DUTY, "1.00"), at(FREIGHT, "1.00"))).lineKind())
                .isEqualTo(Kind.GENERAL);
    }

    @Test
    void onSeveralLinesTheWorstOneCountsAndTheShortfallsAddUp() {
        line(DUTY, "100.00", "0", "0", "0");
        line(CUSTOMS_FEES, "100.00", "0", "0", "0");

        FundsCheck check = check(commitment(at(DUTY, "110.00"), at(CUSTOMS_FEES, "105.00")));

        assertThat(check.type()).isEqualTo(RequestType.OVERRUN);
        assertThat(check.shortfall()).isEqualTo(usd("15.00"));
        assertThat(check.overBudgetBp()).isEqualTo(1_000);
    }

    @Test
    void aReallocationIsKnownByWhatItTakesAndWhereItGoes() {
        line(FREIGHT, "1000.00", "0", "0", "0");
        line(DUTY, "300.00", "0", "0", "0");

        FundsCheck check = check(reallocation(at(FREIGHT, "-100.00"), at(DUTY, "100.00")));
        FundsCheck reserve = check(reallocation(at(FREIGHT, "-100.00"), at(CONTINGENCY, "100.00")));

        assertThat(check.sum()).isZero();
        assertThat(check.sourceShareBp()).isEqualTo(1_000);
        assertThat(check.compared()).isEqualTo(usd("100.00"));
        assertThat(check.overBudgetBp()).isZero();
        assertThat(reserve.lineKind()).isEqualTo(Kind.CONTINGENCY);
        assertThat(reserve.refusal(RequestType.REALLOCATE)).isEqualTo(Outcome.REALLOCATION_FORBIDDEN);
    }

    @Test
    void aChangeCountsByHowMuchTheBudgetGrowsAndADecreaseIsNoError() {
        line(FREIGHT, "900.00", "0", "0", "0");
        line(DUTY, "100.00", "0", "0", "0");

        FundsCheck more = check(change(at(DUTY, "100.00")));
        FundsCheck less = check(change(at(FREIGHT, "-100.00")));

        assertThat(more.overBudgetBp()).isEqualTo(1_000);
        assertThat(less.overBudgetBp()).isZero();
        assertThat(less.compared()).as("the absolute amount moved").isEqualTo(usd("100.00"));
    }

    @Test
    void whatWasSpentIsInThePositionAlready() {
        line(FREIGHT, "1000.00", "0", "1100.00", "100.00");
        ApprovalRequest request = stored(
                NewRequest.afterTheFact(
                        "r",
                        new ExcessPosted(
                                CODE,
                                List.of(new ExcessPosted.Unasked("a-1", FREIGHT, usd("300.00"), usd("100.00"))),
                                "ann"),
                        NEED_BY),
                Rate.identity(USD));

        FundsCheck check = check(request);

        assertThat(check.type()).isEqualTo(RequestType.OVERRUN);
        assertThat(check.overBudgetBp()).isEqualTo(1_000);
        assertThat(check.shortfall()).isEqualTo(usd("100.00"));
    }

    @Test
    void aRequestThatContradictsItselfIsNotOpened() {
        assertThatThrownBy(() -> commitment()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commitment(at(DUTY, "-1.00"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewRequest.initial("r", CODE, List.of(at(DUTY, "-1.00")), "ann", "because", NEED_BY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewRequest.commitment("r", CODE, DUTY, usd("1.00"), "ann", " ", NEED_BY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private FundsCheck check(ApprovalRequest request) {
        return FundsCheck.of(request, positions, 1, usd("0"), "fba-inbound");
    }

    private void line(BudgetLine line, String limit, String held, String spent, String excess) {
        positions.put(line, new LinePosition(line, usd(limit), usd(held), usd(spent), usd(excess)));
    }

    private static ApprovalRequest commitment(BudgetLine line, String dollars) {
        return stored(
                NewRequest.commitment("r", CODE, line, usd(dollars), "ann", "because", NEED_BY), Rate.identity(USD));
    }

    private static ApprovalRequest commitment(LineAmount... lines) {
        return stored(NewRequest.commitment("r", CODE, List.of(lines), "ann", "because", NEED_BY), Rate.identity(USD));
    }

    private static ApprovalRequest reallocation(LineAmount... lines) {
        return stored(
                NewRequest.reallocation("r", CODE, List.of(lines), "ann", "because", NEED_BY), Rate.identity(USD));
    }

    private static ApprovalRequest change(LineAmount... lines) {
        return stored(NewRequest.change("r", CODE, List.of(lines), "ann", "because", NEED_BY), Rate.identity(USD));
    }

    private static LineAmount at(BudgetLine line, String dollars) {
        return new LineAmount(line, usd(dollars));
    }

    private static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }

    private static ApprovalRequest stored(NewRequest wanted, @Nullable Rate rate) {
        return new ApprovalRequest(
                wanted.requestId(),
                wanted.code(),
                wanted.type(),
                wanted.line(),
                wanted.original(),
                rate,
                null,
                rate == null ? null : ApprovalRequest.dollars(wanted.original(), rate),
                wanted.requestedBy(),
                Instant.EPOCH,
                wanted.vendorId(),
                wanted.external(),
                wanted.quotes(),
                wanted.reason(),
                wanted.needBy(),
                wanted.lines(),
                wanted.actualId(),
                wanted.excesses(),
                null,
                null);
    }
}
