package com.lianxing.inbound;

import static com.lianxing.inbound.AmazonReceipt.Completion.COMPLETE;
import static com.lianxing.inbound.AmazonReceipt.Completion.OPEN;
import static com.lianxing.inbound.AmazonReceipt.Completion.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lianxing.inbound.AmazonReceipt.Line;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** FBA入仓完成 is decided from the units that Amazon has counted. */
class AmazonReceiptTest {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.98");

    @ParameterizedTest
    @CsvSource({
        "RECEIVING, 1000, 979, OPEN",
        "RECEIVING, 1000, 980, COMPLETE",
        "RECEIVING, 1000, 1001, COMPLETE",
        "RECEIVING, 1000, 0, OPEN",
        // 98 % of 49 units is 48.02: 48 are not enough.
        "RECEIVING, 49, 48, OPEN",
        "RECEIVING, 49, 49, COMPLETE",
        "CLOSED, 1000, 1000, COMPLETE",
        "CLOSED, 1000, 1001, COMPLETE",
        "CLOSED, 1000, 999, SHORT",
        "CLOSED, 1000, 0, SHORT",
        "CHECKED_IN, 1000, 1000, OPEN"
    })
    void oneSku(ShipmentState state, long shipped, long received, AmazonReceipt.Completion expected) {
        assertThat(receipt(state, new Line("LAMP", shipped, received)).completion(TOLERANCE))
                .isEqualTo(expected);
    }

    @Test
    void aSurplusOfOneSkuHidesNoLossOfAnotherOnceClosed() {
        Line[] lines = {new Line("LAMP", 100, 90), new Line("RACK", 100, 110)};
        assertThat(receipt(ShipmentState.RECEIVING, lines).completion(TOLERANCE))
                .isEqualTo(COMPLETE);
        assertThat(receipt(ShipmentState.CLOSED, lines).completion(TOLERANCE)).isEqualTo(SHORT);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShipmentState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RECEIVING", "CLOSED"})
    void noOtherStateIsArrivalHoweverMuchWasCounted(ShipmentState state) {
        assertThat(receipt(state, new Line("LAMP", 10, 10)).completion(TOLERANCE))
                .isEqualTo(OPEN);
    }

    @Test
    void aShipmentOfNothingNeverArrives() {
        assertThat(receipt(ShipmentState.CLOSED).completion(TOLERANCE)).isEqualTo(OPEN);
        assertThat(receipt(ShipmentState.RECEIVING, new Line("LAMP", 0, 0)).completion(TOLERANCE))
                .isEqualTo(OPEN);
    }

    @Test
    void theFullToleranceLetsNoUnitBeMissing() {
        assertThat(receipt(ShipmentState.RECEIVING, new Line("LAMP", 500_000, 499_999))
                        .completion(BigDecimal.ONE))
                .isEqualTo(OPEN);
        assertThat(receipt(ShipmentState.RECEIVING, new Line("LAMP", 500_000, 500_000))
                        .completion(BigDecimal.ONE))
                .isEqualTo(COMPLETE);
    }

    @Test
    void aToleranceOfNothingOrMoreThanAllIsRefused() {
        AmazonReceipt receipt = receipt(ShipmentState.RECEIVING, new Line("LAMP", 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> receipt.completion(BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> receipt.completion(new BigDecimal("1.01")));
    }

    @Test
    void aWordThatAmazonNeverUsedBeforeIsUnknown() {
        assertThat(ShipmentState.of("RECEIVING")).isEqualTo(ShipmentState.RECEIVING);
        assertThat(ShipmentState.of("TELEPORTED")).isEqualTo(ShipmentState.UNKNOWN);
    }

    private static AmazonReceipt receipt(ShipmentState state, Line... lines) {
        return new AmazonReceipt("FBA15DJ9SVVD", state, List.of(lines));
    }
}
