package com.lianxing.ledger;

import static com.lianxing.ledger.BudgetLine.DUTY;
import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.BudgetLine.PRODUCT;
import static com.lianxing.ledger.LedgerDatabase.approved;
import static com.lianxing.ledger.LedgerDatabase.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.ledger.ExcessPosted.Unasked;
import com.lianxing.ledger.HoldResult.Held;
import com.lianxing.ledger.HoldResult.Reason;
import com.lianxing.ledger.HoldResult.Refused;
import com.lianxing.money.CurrencyMismatch;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each operation on a real PostgreSQL, as the application's role. */
class BudgetLedgerTest {

    private final LedgerDatabase database = LedgerDatabase.asApplication();
    private final BudgetLedger ledger = database.ledger;

    @Test
    void aHoldIsSetAsideSettledByItsInvoiceAndTheRestGivenBack() {
        ProjectCode code = database.projectWithFreight("1000.00");

        assertThat(hold(code, "1", "600.00")).isEqualTo(new Held(code + ":1", usd("600.00")));
        assertPosition(code, "1000.00", "600.00", "0", "0", "400.00");

        assertThat(spend(code, "inv-1", "1", "550.00")).isEqualTo(new ActualResult(usd("550.00"), usd("0"), usd("0")));
        assertPosition(code, "1000.00", "50.00", "550.00", "0", "400.00");

        assertThat(release(code, "close", "1")).isEqualTo(usd("50.00"));
        assertPosition(code, "1000.00", "0", "550.00", "0", "450.00");
        assertThat(database.published).isEmpty();
        assertThat(ledger.entries(code))
                .extracting(LedgerEntry::type)
                .containsExactly(EntryType.BUDGET_SET, EntryType.COMMIT, EntryType.ACTUAL, EntryType.COMMIT_RELEASE);
    }

    @Test
    void aHoldBeyondWhatIsAvailableIsRefusedAndChangesNothing() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "999.99");

        assertThat(hold(code, "2", "0.02")).isEqualTo(refused("0.02", "0.01", Reason.BEYOND_AVAILABLE));
        assertThat(hold(code, "3", "0.01")).isInstanceOf(Held.class);
        assertThat(ledger.entries(code)).hasSize(3);
    }

    @Test
    void aLineWithoutABudgetHoldsNothing() {
        ProjectCode code = database.projectWithFreight("1000.00");

        HoldResult result = database.inTransaction(() -> ledger.hold(
                new HoldRequest(code + ":duty", code, DUTY, Charge.inDollars(usd("1.00")), approved(), "")));

        assertThat(result).isEqualTo(refused("1.00", "0", Reason.NO_BUDGET));
    }

    @Test
    void theSameHoldAskedTwiceIsOneAndAnotherUnderItsIdIsAnError() {
        ProjectCode code = database.projectWithFreight("1000.00");

        assertThat(hold(code, "1", "600.00")).isEqualTo(hold(code, "1", "600.00"));
        assertPosition(code, "1000.00", "600.00", "0", "0", "400.00");
        assertThatThrownBy(() -> hold(code, "1", "600.01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other content");
        assertThatThrownBy(() -> release(code, "1", "1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRepeatedHoldIsHeldEvenIfTheLineIsFullByNow() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "1000.00");

        assertThat(hold(code, "1", "1000.00")).isInstanceOf(Held.class);
    }

    @Test
    void anActualAboveItsHoldIsFlaggedEvenWhereItFits() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");

        assertThat(spend(code, "inv-1", "1", "650.00"))
                .isEqualTo(new ActualResult(usd("650.00"), usd("50.00"), usd("0")));

        assertPosition(code, "1000.00", "0", "650.00", "0", "350.00");
        assertThat(database.published)
                .containsExactly(new ExcessPosted(
                        code, List.of(new Unasked(code + ":inv-1", FREIGHT, usd("50.00"), usd("0"))), "finance"));
        assertThat(ledger.entries(code)).last().satisfies(entry -> {
            assertThat(entry.flagged()).isTrue();
            assertThat(entry.settled()).isEqualTo(usd("600.00"));
            assertThat(entry.at()).isEqualTo(LedgerDatabase.NOW);
        });
    }

    @Test
    void anActualThatNobodyAskedForIsPostedAndItsExcessStopsNewHolds() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "900.00");

        assertThat(spend(code, "inv-1", null, "250.00"))
                .isEqualTo(new ActualResult(usd("250.00"), usd("250.00"), usd("150.00")));

        assertPosition(code, "1000.00", "900.00", "250.00", "150.00", "-150.00");
        assertThat(database.published)
                .containsExactly(new ExcessPosted(
                        code, List.of(new Unasked(code + ":inv-1", FREIGHT, usd("250.00"), usd("150.00"))), "finance"));
        assertThat(hold(code, "2", "0.01")).isEqualTo(refused("0.01", "-150.00", Reason.EXCESS_OPEN));
        assertThat(adjust(code, "more", "1", "900.01")).isEqualTo(refused("0.01", "-150.00", Reason.EXCESS_OPEN));
    }

    @Test
    void whatOneSettlementSpentUnaskedIsPublishedOnce() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");

        database.inTransaction(() -> ledger.spendAll(Stream.of(
                actual(code, "inv-1", "1", "600.00"),
                actual(code, "inv-2", null, "500.00"),
                actual(code, "inv-3", null, "30.00"))));

        assertThat(database.published)
                .containsExactly(new ExcessPosted(
                        code,
                        List.of(
                                new Unasked(code + ":inv-2", FREIGHT, usd("500.00"), usd("100.00")),
                                new Unasked(code + ":inv-3", FREIGHT, usd("30.00"), usd("30.00"))),
                        "finance"));
        assertPosition(code, "1000.00", "0", "1130.00", "130.00", "-130.00");
    }

    @Test
    void anActualPostedTwiceIsOneAndIsPublishedOnce() {
        ProjectCode code = database.projectWithFreight("1000.00");

        assertThat(spend(code, "inv-1", null, "250.00")).isEqualTo(spend(code, "inv-1", null, "250.00"));

        assertThat(database.published).hasSize(1);
        assertPosition(code, "1000.00", "0", "250.00", "0", "750.00");
    }

    @Test
    void moneyGoneWithoutAnyBudgetIsExcessUntilTheBudgetCoversIt() {
        ProjectCode code = database.project();

        assertThat(spend(code, "inv-1", null, "80.00").excess()).isEqualTo(usd("80.00"));
        assertPosition(code, "0", "0", "80.00", "80.00", "-80.00");

        database.inTransaction(() -> ledger.setBudget(code + ":b", code, freight("100.00"), approved()));
        assertPosition(code, "100.00", "0", "80.00", "0", "20.00");
    }

    @Test
    void aLargerBudgetTakesAwayTheExcessFirst() {
        ProjectCode code = database.projectWithFreight("100.00");
        spend(code, "inv-1", null, "160.00");

        assertThat(change(code, "c1", freight("40.00"))).isEqualTo(new BudgetResult.Applied(2));
        assertPosition(code, "140.00", "0", "160.00", "20.00", "-20.00");
        assertThat(change(code, "c2", freight("40.00"))).isEqualTo(new BudgetResult.Applied(3));
        assertPosition(code, "180.00", "0", "160.00", "0", "20.00");
        assertThat(ledger.budgetVersion(code)).isEqualTo(3);
    }

    @Test
    void aBudgetIsNeverCutBelowWhatIsHeldAndSpentAndThenNoLineChanges() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");
        spend(code, "inv-1", null, "100.00");

        BudgetResult result = change(
                code, "c1", List.of(new LineAmount(PRODUCT, usd("300.01")), new LineAmount(FREIGHT, usd("-300.01"))));

        assertThat(result).isEqualTo(new BudgetResult.Refused(FREIGHT, usd("699.99"), usd("700.00")));
        assertThat(ledger.positions(code)).hasSize(1);
        assertThat(change(
                        code,
                        "c1",
                        List.of(new LineAmount(PRODUCT, usd("300.00")), new LineAmount(FREIGHT, usd("-300.00")))))
                .isEqualTo(new BudgetResult.Applied(2));
        assertThat(ledger.total(code).limit()).isEqualTo(usd("1000.00"));
        assertThat(ledger.total(code).available()).isEqualTo(usd("300.00"));
    }

    @Test
    void aBudgetIsSetOnceAndChangedOnlyAfterwards() {
        ProjectCode code = database.project();
        assertThatThrownBy(() -> change(code, "c1", freight("1.00"))).isInstanceOf(IllegalStateException.class);

        database.inTransaction(() -> ledger.setBudget(code + ":b", code, freight("100.00"), approved()));
        assertThat(database.inTransaction(() -> ledger.setBudget(code + ":b", code, freight("100.00"), approved())))
                .isEqualTo(new BudgetResult.Applied(1));

        assertThatThrownBy(() -> database.inTransaction(
                        () -> ledger.setBudget(code + ":b", code, freight("100.01"), approved())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other content");
        assertThatThrownBy(() -> database.inTransaction(
                        () -> ledger.setBudget(code + ":b2", code, freight("100.00"), approved())))
                .isInstanceOf(IllegalStateException.class);
        assertPosition(code, "100.00", "0", "0", "0", "100.00");
    }

    @Test
    void aBudgetNeedsAnApprovalAndNobodyApprovesTheirOwn() {
        ProjectCode code = database.project();

        assertThatThrownBy(() -> database.inTransaction(
                        () -> ledger.setBudget(code + ":b", code, freight("1.00"), Mandate.of("pm"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mandate.approved("approval-1", "pm", "pm"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHoldMayShrinkToWhatIsSettledAndGrowToWhatIsAvailable() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");
        spend(code, "inv-1", "1", "200.00");

        assertThat(adjust(code, "a1", "1", "199.99")).isEqualTo(refused("199.99", "400.00", Reason.BELOW_SETTLED));
        assertThat(adjust(code, "a2", "1", "1000.01")).isEqualTo(refused("400.01", "400.00", Reason.BEYOND_AVAILABLE));
        assertThat(adjust(code, "a3", "1", "1000.00")).isEqualTo(new Held(code + ":1", usd("1000.00")));
        assertPosition(code, "1000.00", "800.00", "200.00", "0", "0");
        assertThat(adjust(code, "a4", "1", "200.00")).isInstanceOf(Held.class);
        assertPosition(code, "1000.00", "0", "200.00", "0", "800.00");
        assertThat(adjust(code, "a3", "1", "1000.00")).as("repeated").isInstanceOf(Held.class);
        assertPosition(code, "1000.00", "0", "200.00", "0", "800.00");
    }

    @Test
    void aReleasedHoldIsOver() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");
        assertThat(release(code, "r1", "1")).isEqualTo(usd("600.00"));

        assertThat(release(code, "r1", "1")).as("repeated").isEqualTo(usd("600.00"));
        assertThat(release(code, "r2", "1")).isEqualTo(usd("0"));
        assertThat(adjust(code, "a1", "1", "700.00")).isEqualTo(refused("700.00", "1000.00", Reason.HOLD_RELEASED));
        assertThat(spend(code, "inv-1", "1", "10.00").unheld()).isEqualTo(usd("10.00"));
    }

    @Test
    void aCancelledProjectGivesBackWhateverIsLeft() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");
        hold(code, "2", "300.00");
        spend(code, "inv-1", "1", "450.00");

        assertThat(database.inTransaction(() -> ledger.releaseAll(code, code + ":cancel", "pm")))
                .isEqualTo(usd("450.00"));
        assertThat(database.inTransaction(() -> ledger.releaseAll(code, code + ":cancel", "pm")))
                .isEqualTo(usd("0"));
        assertPosition(code, "1000.00", "0", "450.00", "0", "550.00");
    }

    @Test
    void aReversedActualWasNeverThereButBothEntriesStay() {
        ProjectCode code = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");
        spend(code, "inv-1", "1", "1200.00");
        assertPosition(code, "1000.00", "0", "1200.00", "200.00", "-200.00");

        assertThat(reverse(code, "rev-1", "inv-1")).isEqualTo(usd("1200.00"));

        assertPosition(code, "1000.00", "600.00", "0", "0", "400.00");
        assertThat(reverse(code, "rev-1", "inv-1")).as("repeated").isEqualTo(usd("1200.00"));
        assertThatThrownBy(() -> reverse(code, "rev-2", "inv-1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> reverse(code, "rev-3", "rev-1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(spend(code, "inv-2", "1", "600.00").flagged()).isFalse();
        assertThat(ledger.entries(code)).hasSize(5);
    }

    @Test
    void thePaperKeepsItsCurrencyAndRate() {
        ProjectCode code = database.projectWithFreight("1000.00");
        Rate rate = new Rate(new BigDecimal("0.1389"), Currency.getInstance("CNY"), Charge.USD);
        Charge charge = Charge.of(Money.parse("5000.00", "CNY"), rate);

        database.inTransaction(
                () -> ledger.hold(new HoldRequest(code + ":po", code, FREIGHT, charge, approved(), "PO 4711, 运费")));

        assertPosition(code, "1000.00", "694.50", "0", "0", "305.50");
        assertThat(ledger.entries(code)).last().satisfies(entry -> {
            assertThat(entry.original()).isEqualTo(Money.parse("5000.00", "CNY"));
            assertThat(entry.rate()).isEqualTo(rate);
            assertThat(entry.memo()).isEqualTo("PO 4711, 运费");
            assertThat(entry.mandate()).isEqualTo(approved());
        });
    }

    @Test
    void dollarsThatDoNotFollowFromPaperAndRateAreRefused() {
        Rate rate = new Rate(new BigDecimal("0.1389"), Currency.getInstance("CNY"), Charge.USD);
        Money yuan = Money.parse("100.00", "CNY");

        assertThatThrownBy(() -> new Charge(yuan, rate, usd("13.88"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Charge.inDollars(yuan)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> new LineAmount(FREIGHT, yuan)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> Charge.inDollars(usd("0"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Charge.inDollars(usd("-1.00"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Charge.of(Money.parse("0.01", "CNY"), rate))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anActualCannotSettleTheHoldOfAnotherLineOrProject() {
        ProjectCode code = database.projectWithFreight("1000.00");
        ProjectCode other = database.projectWithFreight("1000.00");
        hold(code, "1", "600.00");

        assertThatThrownBy(() -> database.inTransaction(() -> ledger.spend(new ActualRequest(
                        "x", other, FREIGHT, code + ":1", Charge.inDollars(usd("1.00")), "I", Mandate.of("f"), ""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> database.inTransaction(() -> ledger.spend(new ActualRequest(
                        "x", code, DUTY, code + ":1", Charge.inDollars(usd("1.00")), "I", Mandate.of("f"), ""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> spend(code, "x", "unknown", "1.00")).isInstanceOf(IllegalArgumentException.class);
        assertPosition(other, "1000.00", "0", "0", "0", "1000.00");
    }

    @Test
    void aProjectThatDoesNotExistHasNoMoney() {
        assertThatThrownBy(() -> hold(new ProjectCode("BFS-US-1999-001"), "1", "1.00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no project");
    }

    private HoldResult hold(ProjectCode code, String id, String amount) {
        return database.inTransaction(() -> ledger.hold(new HoldRequest(
                code + ":" + id, code, FREIGHT, Charge.inDollars(usd(amount)), approved(), "ocean freight")));
    }

    private HoldResult adjust(ProjectCode code, String id, String holdId, String total) {
        return database.inTransaction(() -> ledger.adjust(new AdjustRequest(
                code + ":" + id, code + ":" + holdId, Charge.inDollars(usd(total)), approved(), "new quote")));
    }

    private ActualResult spend(ProjectCode code, String id, @Nullable String holdId, String amount) {
        return database.inTransaction(() -> ledger.spend(actual(code, id, holdId, amount)));
    }

    private static ActualRequest actual(ProjectCode code, String id, @Nullable String holdId, String amount) {
        return new ActualRequest(
                code + ":" + id,
                code,
                FREIGHT,
                holdId == null ? null : code + ":" + holdId,
                Charge.inDollars(usd(amount)),
                "INV-" + id,
                Mandate.of("finance"),
                "");
    }

    private Money release(ProjectCode code, String id, String holdId) {
        return database.inTransaction(() -> ledger.release(code + ":" + id, code + ":" + holdId, "finance"));
    }

    private Money reverse(ProjectCode code, String id, String actualId) {
        return database.inTransaction(
                () -> ledger.reverse(code + ":" + id, code + ":" + actualId, "finance", "wrong invoice"));
    }

    private BudgetResult change(ProjectCode code, String id, List<LineAmount> deltas) {
        return database.inTransaction(() -> ledger.changeBudget(code + ":" + id, code, deltas, approved()));
    }

    private static List<LineAmount> freight(String amount) {
        return List.of(new LineAmount(FREIGHT, usd(amount)));
    }

    private static Refused refused(String asked, String available, Reason reason) {
        return new Refused(usd(asked), usd(available), reason);
    }

    private void assertPosition(
            ProjectCode code, String limit, String held, String spent, String excess, String available) {
        LinePosition position = ledger.position(code, FREIGHT);
        assertThat(position).isEqualTo(new LinePosition(FREIGHT, usd(limit), usd(held), usd(spent), usd(excess)));
        assertThat(position.available()).isEqualTo(usd(available));
    }
}
